import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../base/index.ts";
import {
  defaultRepositoryConfig,
  parseRepositoryConfig,
  REPOSITORY_CONFIG_FILE,
  zoneFiles,
} from "../../config/index.ts";
import { formatDiagnostics } from "../../diagnostic/index.ts";
import { formatZoneFile } from "../../zonefile/index.ts";
import { type Command, EXIT } from "../command.ts";
import { refuseBare } from "../judge.ts";
import { diskFiles, withIncludes } from "../loose-files.ts";
import { readProblem, textOfOctets } from "../reading.ts";
import { openWorkspace, type Workspace } from "../workspace.ts";

export const fmt: Command = {
  name: "fmt",
  summary: "align the columns of zone files; nothing but white space changes",
  declare: (program) =>
    program
      .argument("[path...]", "zone files, or folders with zones; the whole repository without any")
      .option("--check", "write nothing; end with 1 where a file would change")
      .addHelpText("after", exitCodes),
  async run({ args, options }, output) {
    const workspace = await openWorkspace({ paths: args });
    refuseBare(workspace, "run it in a working tree");
    const check = options.check === true;
    const read = diskFiles(workspace.root);
    let isClean = true;
    for (const file of filesToFormat(workspace, read)) {
      output.progress(`formatting ${file}`);
      const before = contentOf(file, read);
      const { octets, problems } = formatZoneFile(before, file);
      if (problems.length > 0) {
        isClean = false;
        output.note(formatDiagnostics(problems, "text", { source: () => textOfOctets(before) }));
        output.note(`${file} is left as it is`);
      } else if (Buffer.compare(before, octets) !== 0) {
        if (check) isClean = false;
        else replace(join(workspace.root, file), octets);
        output.out(check ? `${file} would change\n` : `${file} formatted\n`);
      }
    }
    return isClean ? EXIT.ok : EXIT.findings;
  },
};

const exitCodes = `
Ends with 0; with 1 where a file has syntax errors (it is left as it is) or, with --check, would change; with 2 where it
cannot run. A file that is named is formatted whatever it is called; in folders, zones and what they include are.`;

/** The files that were named, and the zones in the folders that were, with what they include there. Throws UsageError. */
function filesToFormat(workspace: Workspace, read: (path: string) => Uint8Array | undefined): string[] {
  const { places, root } = workspace;
  const named = places.filter(({ isFolder }) => !isFolder).map(({ path }) => path);
  const folders = places.filter(({ isFolder }) => isFolder).map(({ path }) => path);
  if (places.length > 0 && folders.length === 0) return [...new Set(named)];
  const parts = zoneParts(workspace, read);
  const isBelow = (folder: string, file: string) => folder === "" || file.startsWith(`${folder}/`);
  const inFolders = parts.filter(
    (file) => folders.length === 0 || folders.some((folder) => isBelow(folder, file)),
  );
  const [nothing] = folders.filter((folder) => !parts.some((file) => isBelow(folder, file)));
  if (nothing === undefined && parts.length > 0) return [...new Set([...named, ...inFolders])].sort();
  throw new UsageError(
    `looking for zones in ${join(root, nothing ?? "")}`,
    "no zone files were found",
    `name the files, or say in ${REPOSITORY_CONFIG_FILE} which are zones`,
  );
}

/** The files of all zones of the workspace, with what they include; also of those whose names are no good. */
function zoneParts({ tree, root }: Workspace, read: (path: string) => Uint8Array | undefined): string[] {
  const paths = tree.files.filter(({ mode }) => mode.startsWith("100")).map(({ path }) => path);
  const isThere = new Set(paths);
  const octets = isThere.has(REPOSITORY_CONFIG_FILE) ? read(REPOSITORY_CONFIG_FILE) : undefined;
  const config = octets === undefined ? defaultRepositoryConfig() : readConfig(textOfOctets(octets));
  const { zones, diagnostics } = zoneFiles(config, paths);
  const files = [...zones, ...diagnostics].map(({ file }) => file);
  return withIncludes(root, files).filter((file) => isThere.has(file));
}

function readConfig(text: string) {
  const { config, diagnostics } = parseRepositoryConfig(text, REPOSITORY_CONFIG_FILE);
  if (config !== undefined) return config;
  const told = formatDiagnostics(diagnostics, "text", { source: () => text }).trimEnd();
  throw new UsageError("reading the repository's config", `it cannot be used\n${told}`);
}

function contentOf(file: string, read: (path: string) => Uint8Array | undefined): Uint8Array {
  const octets = read(file);
  if (octets !== undefined) return octets;
  throw new UsageError(
    `reading ${file}`,
    "it cannot be read, or is a link",
    "name the file that the link leads to",
  );
}

/** Puts the new content in the file's place at once, so that nobody sees half of it. */
function replace(path: string, octets: Uint8Array): void {
  const written = `${path}.${process.pid}.new`;
  try {
    writeFileSync(written, octets, { flag: "wx" });
    chmodSync(written, statSync(path).mode & 0o7777);
    renameSync(written, path);
  } catch (cause) {
    rmSync(written, { force: true });
    throw new UsageError(`writing ${path}`, readProblem(cause), undefined, { cause });
  }
}
