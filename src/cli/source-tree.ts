import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
} from "node:fs";
import { dirname, join } from "node:path";
import { type EvaluationThreads, SharedRoom, type TreeFacts, type TreeFile } from "../evaluation/index.ts";
import { listCommit, readBlobs } from "./git.ts";
import { readProblem } from "./reading.ts";

/** A tree that can be read file by file: the working tree, or a commit's. */
export interface SourceTree extends TreeFacts {
  readonly blobs: Map<string, Uint8Array>;
  /** Why a blob cannot be had, as the end of "this file …". */
  readonly unreadable: Map<string, string>;
  /** Object ids of `files`. */
  readonly oids: ReadonlySet<string>;
  /** Puts each of the blobs where it now belongs: `blobs` or `unreadable`. */
  load(oids: readonly string[]): Promise<void>;
}

/** The tree of a commit, by any name git knows it by. Throws UsageError where there is none. */
export async function commitTree(root: string, ref: string): Promise<SourceTree> {
  return treeOf(await listCommit(root, ref), async (oids, { blobs, unreadable }) => {
    const found = await readBlobs(root, oids);
    const room = new SharedRoom();
    for (const oid of oids) {
      const octets = found.get(oid);
      if (octets) blobs.set(oid, room.copy(octets));
      else unreadable.set(oid, "is not in this clone: fetch it first");
    }
  });
}

/**
 * Files on the disk below `root` (a path without links), with the mode the index has for them. Their object ids are
 * their paths: nothing is read that is not asked for. What is not there is left out.
 */
export function diskTree(root: string, listed: ReadonlyMap<string, string | undefined>): SourceTree {
  const isInside = pathsWithoutLinks(root);
  const files = [...listed].flatMap(([path, indexed]): TreeFile[] => {
    const mode = isInside(dirname(path)) ? modeOf(join(root, path), path, indexed) : undefined;
    return mode === undefined ? [] : [{ path, oid: `path:${path}`, mode }];
  });
  return treeOf(files, async (oids, { blobs, unreadable }) => {
    const room = new SharedRoom();
    for (const oid of oids) {
      try {
        blobs.set(oid, readEntry(join(root, oid.slice("path:".length)), room));
      } catch (error) {
        unreadable.set(oid, `cannot be read (${readProblem(error)})`);
      }
    }
  });
}

function treeOf(
  files: readonly TreeFile[],
  load: (oids: readonly string[], tree: Pick<SourceTree, "blobs" | "unreadable">) => Promise<void>,
): SourceTree {
  const store = { blobs: new Map<string, Uint8Array>(), unreadable: new Map<string, string>() };
  return { files, ...store, oids: new Set(files.map(({ oid }) => oid)), load: (oids) => load(oids, store) };
}

/** Reads what judging needs of the trees, and nothing else. */
export async function loadWanted(threads: EvaluationThreads, trees: readonly SourceTree[]): Promise<void> {
  for (let wanted = await threads.wanted(); wanted.length > 0; wanted = await threads.wanted()) {
    for (const tree of trees) {
      const oids = wanted.map(({ oid }) => oid).filter((oid) => tree.oids.has(oid));
      if (oids.length > 0) await tree.load(oids);
    }
  }
}

/** Whether a folder below root is reached without passing a link, as git reaches it. */
function pathsWithoutLinks(root: string): (folder: string) => boolean {
  const known = new Map<string, boolean>();
  return (folder) => {
    const place = folder === "." ? root : join(root, folder);
    const inside = known.get(folder) ?? realPath(place) === place;
    known.set(folder, inside);
    return inside;
  };
}

/** The path without links; where that may not be known, the path: reading it will tell why. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    return isAbsent(error) ? undefined : path;
  }
}

/** As git writes modes; undefined for what is not there and for folders that are no submodules. */
function modeOf(place: string, path: string, indexed: string | undefined): string | undefined {
  if (indexed === "160000") return indexed;
  let found: Stats;
  try {
    found = lstatSync(place);
  } catch (error) {
    // A path that is not UTF-8 cannot be asked for by its text; it is there, and is told to be unreadable.
    const there = indexed !== undefined && (path.includes("\ufffd") || !isAbsent(error));
    return there ? indexed : undefined;
  }
  if (found.isDirectory()) return undefined;
  if (found.isSymbolicLink()) return "120000";
  return found.isFile() ? "100644" : (found.mode & 0o170000).toString(8).padStart(6, "0");
}

function isAbsent(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ELOOP"].includes((error as NodeJS.ErrnoException).code ?? "");
}

/**
 * At once, not by way of other threads: thousands of small files are read in a third of the time. What has become a link
 * since it was listed is not followed.
 */
function readEntry(place: string, room: SharedRoom): Uint8Array {
  const file = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const octets = room.take(fstatSync(file).size);
    let end = 0;
    for (let read = -1; read !== 0 && end < octets.length; end += read)
      read = readSync(file, octets, end, octets.length - end, null);
    return octets.subarray(0, end);
  } finally {
    closeSync(file);
  }
}
