import { readFile, stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { messageOf, UsageError } from "../base/index.ts";
import {
  defaultRepositoryConfig,
  parseRepositoryConfig,
  REPOSITORY_CONFIG_FILE,
  type RepositoryConfig,
  zoneFiles,
} from "../config/index.ts";
import { formatDiagnostics } from "../diagnostic/index.ts";
import { repositoryRoot } from "./git.ts";
import { type SourceTree, workingTree } from "./source-tree.ts";

/** What a judging command works on. Paths are relative to `root`, with forward slashes. */
export interface Workspace {
  readonly root: string;
  readonly inGit: boolean;
  readonly paths: readonly string[];
  readonly tree: SourceTree;
  /** Set where the repository's own config file is not what judges. */
  readonly config: RepositoryConfig | undefined;
}

export interface WorkspaceOptions {
  readonly paths: readonly string[];
  readonly config?: string | undefined;
  readonly origin?: string | undefined;
}

/** Finds the repository around the paths (or the current folder) and the config to judge by. Throws UsageError. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const places = options.paths.map((path) => resolve(path));
  for (const [at, place] of places.entries()) {
    await stat(place).catch((cause: unknown) => {
      throw new UsageError(
        `reading ${options.paths[at]}`,
        messageOf(cause),
        "give the path of a zone file or a folder",
      );
    });
  }
  const start =
    places[0] === undefined
      ? process.cwd()
      : (await stat(places[0])).isDirectory()
        ? places[0]
        : dirname(places[0]);
  const repository = await repositoryRoot(start);
  const root = repository ?? start;
  const paths = places.map((place) => relative(root, place).split(sep).join("/"));
  const outside = paths.findIndex((path) => path.startsWith("../"));
  if (outside >= 0)
    throw new UsageError(
      `reading ${options.paths[outside]}`,
      `it is outside of ${root}`,
      "judge one repository at a time",
    );
  const tree = await workingTree(root, paths, repository !== undefined);
  return {
    root,
    inGit: repository !== undefined,
    paths,
    tree,
    config: await chooseConfig(options, paths, tree),
  };
}

async function chooseConfig(
  options: WorkspaceOptions,
  paths: readonly string[],
  tree: SourceTree,
): Promise<RepositoryConfig | undefined> {
  if (options.origin !== undefined) {
    if (paths.length !== 1)
      throw new UsageError("judging with --origin", "it names the zone of one file", "give exactly one path");
    return defaultRepositoryConfig(options.origin, paths);
  }
  if (options.config !== undefined) return readConfig(options.config);
  if (tree.files.some((file) => file.path === REPOSITORY_CONFIG_FILE)) return undefined;
  // Without any config zones are where they usually are; a file elsewhere is the zone its name says.
  const files = paths.filter((path) => tree.files.some((file) => file.path === path));
  const usual = zoneFiles(defaultRepositoryConfig(), files).zones.length === files.length;
  return usual ? undefined : defaultRepositoryConfig(undefined, files);
}

async function readConfig(file: string): Promise<RepositoryConfig> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new UsageError(`reading the config ${file}`, messageOf(cause));
  });
  const { config, diagnostics } = parseRepositoryConfig(text, file);
  if (config !== undefined) return config;
  throw new UsageError(
    `reading the config ${file}`,
    formatDiagnostics(diagnostics, "text", { source: () => text }),
  );
}
