import { realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { UsageError } from "../base/index.ts";
import { Sandbox } from "../checks/index.ts";
import { REPOSITORY_CONFIG_FILE, type RepositoryConfig } from "../config/index.ts";
import { ZoneCache } from "../evaluation/index.ts";
import { chooseConfig } from "./choose-config.ts";
import { findRepository, listWorkingTree } from "./git.ts";
import { listFolder, withIncludes } from "./loose-files.ts";
import { findPlace, type Place } from "./place.ts";
import { diskTree, type SourceTree } from "./source-tree.ts";

/** What a judging command works on. */
export interface Workspace {
  /** The repository's top folder, or where there is none, the folder that stands for it. */
  readonly root: string;
  readonly inGit: boolean;
  /** A bare repository has commits and no files. */
  readonly bare: boolean;
  readonly places: readonly Place[];
  readonly tree: SourceTree;
  /** Zones of its trees, parsed once for all that is asked in this run. */
  readonly cache: ZoneCache;
  /** Set where the repository's own config file is not what judges. */
  readonly config: RepositoryConfig | undefined;
  /** Whether anybody said which files are zones: that config, or the repository's own. */
  readonly configured: boolean;
}

export interface WorkspaceOptions {
  readonly paths: readonly string[];
  readonly config?: string | undefined;
  readonly origin?: string | undefined;
}

/** Finds the repository around the paths (or the current folder) and the config to judge by. Throws UsageError. */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const found = options.paths.map(findPlace);
  const first = found[0];
  const here = realpathSync(process.cwd());
  const start = first === undefined ? here : first.isFolder ? first.place : dirname(first.place);
  const repository = await findRepository(start);
  const root = repository?.root ?? (found.every(({ place }) => isBelow(here, place)) ? here : start);
  const places = found.map(({ given, place, isFolder }) => {
    if (isBelow(root, place)) return { given, path: relative(root, place).split(sep).join("/"), isFolder };
    throw new UsageError(`reading ${given}`, `it is outside of ${root}`, "judge one repository at a time");
  });
  const bare = repository?.bare ?? false;
  const listed = bare
    ? new Map<string, undefined>()
    : await listFiles(root, repository !== undefined, places);
  const tree = diskTree(root, listed);
  const config = await chooseConfig(options, places);
  const configured = config !== undefined || tree.files.some(({ path }) => path === REPOSITORY_CONFIG_FILE);
  const cache = new ZoneCache(undefined, new Sandbox());
  return { root, inGit: repository !== undefined, bare, places, tree, cache, config, configured };
}

/** In a repository what git has or would add, and the files named; elsewhere what is in the folders named. */
async function listFiles(
  root: string,
  inGit: boolean,
  places: readonly Place[],
): Promise<ReadonlyMap<string, string | undefined>> {
  const named = places.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
  if (inGit) {
    const listed = new Map(await listWorkingTree(root));
    for (const path of named) if (!listed.has(path)) listed.set(path, undefined);
    return listed;
  }
  const configured = statSync(join(root, REPOSITORY_CONFIG_FILE), { throwIfNoEntry: false })?.isFile();
  const whole = configured || named.length < places.length || places.length === 0;
  const paths = whole ? [...listFolder(root), ...named] : withIncludes(root, named);
  return new Map(paths.map((path) => [path, undefined]));
}

function isBelow(root: string, place: string): boolean {
  const way = relative(root, place);
  return way !== ".." && !way.startsWith(`..${sep}`);
}
