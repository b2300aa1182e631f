import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../base/index.ts";
import { rootName } from "../dns/index.ts";
import { parseZone } from "../zonefile/index.ts";
import { readProblem } from "./reading.ts";

/** Files outside of a repository that are looked at. */
const MOST_FILES = 100_000;

/** Folders of other tools, which may be large. */
const passedOver: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** Every file below a folder that is no repository, links not followed. Throws UsageError where there are too many. */
export function listFolder(root: string): string[] {
  const files: string[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of entriesOf(root, folder)) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) files.push(path);
      else if (!passedOver.has(entry.name)) folders.push(path);
    }
    if (files.length > MOST_FILES)
      throw new UsageError(
        `listing ${root}`,
        `it is no git repository and has more than ${MOST_FILES} files`,
        "name the zone files",
      );
  }
  return files.sort();
}

function entriesOf(root: string, folder: string) {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    throw new UsageError(`listing ${join(root, folder)}`, readProblem(error), undefined, { cause: error });
  }
}

/** The files and all they include, directly or not. */
export function withIncludes(root: string, files: readonly string[]): string[] {
  const read = diskFiles(root);
  const included = files.flatMap((file) => {
    const octets = read(file);
    if (octets === undefined || !mayInclude(octets)) return [];
    const { files: used, missing } = parseZone({ file, origin: rootName, read });
    return [...used, ...missing];
  });
  return [...new Set([...files, ...included])];
}

/** Whether a `$INCLUDE`, in any case, could stand in a file: most have none, and need not be parsed to know. */
function mayInclude(octets: Uint8Array): boolean {
  for (let at = octets.indexOf(DOLLAR); at >= 0; at = octets.indexOf(DOLLAR, at + 1)) {
    const next = octets[at + 1] ?? 0;
    if (next === UPPER_I || next === LOWER_I || next > LAST_ASCII) return true;
  }
  return false;
}

const DOLLAR = 0x24;
const UPPER_I = 0x49;
const LOWER_I = 0x69;
/** Beyond it are letters of which some are an I in upper case. */
const LAST_ASCII = 0x7f;

/** Reads files below `root`, itself without links: plain files that are reached without passing a link, and no others. */
export function diskFiles(root: string): (path: string) => Uint8Array | undefined {
  return (path) => {
    const place = join(root, path);
    try {
      return realpathSync(place) === place && statSync(place).isFile() ? readFileSync(place) : undefined;
    } catch {
      return undefined;
    }
  };
}
