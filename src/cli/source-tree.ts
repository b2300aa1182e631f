import { createHash } from "node:crypto";
import { lstat, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../base/index.ts";
import { type Facts, type TreeFacts, type TreeFile, wantedBlobs } from "../evaluation/index.ts";
import { git, listCommit, readObject } from "./git.ts";

/** A tree that can be read file by file: the working tree, or a commit's. */
export interface SourceTree extends TreeFacts {
  readonly blobs: Map<string, Uint8Array>;
  readonly unreadable: Map<string, string>;
  load(oid: string): Promise<Uint8Array>;
}

/** The tree of a commit, by any name git knows it by. */
export async function commitTree(root: string, ref: string): Promise<SourceTree> {
  return {
    files: await listCommit(root, ref),
    blobs: new Map(),
    unreadable: new Map(),
    load: (oid) => readObject(root, oid),
  };
}

/** The working tree below `root`: what git tracks or would add, and the `paths` given, tracked or not. */
export async function workingTree(
  root: string,
  paths: readonly string[],
  inGit: boolean,
): Promise<SourceTree> {
  const indexed = inGit ? await indexedFiles(root) : new Map<string, string>();
  const files: TreeFile[] = [];
  const places = new Map<string, string>();
  for (const path of new Set([...indexed.keys(), ...paths])) {
    const mode = await fileMode(join(root, path));
    if (mode === undefined) continue;
    const oid = indexed.get(path) || blobId(await readEntry(root, path));
    places.set(oid, path);
    files.push({ path, oid, mode });
  }
  return { files, blobs: new Map(), unreadable: new Map(), load: (oid) => readEntry(root, places.get(oid)!) };
}

/** Paths git tracks or would add, with the object id of those that are as the index has them and "" for the others. */
async function indexedFiles(root: string): Promise<Map<string, string>> {
  const entries = async (...args: string[]) =>
    (await git(root, ["ls-files", "-z", ...args]))
      .toString()
      .split("\0")
      .filter((entry) => entry !== "");
  const found = new Map<string, string>();
  for (const entry of await entries("--stage")) {
    const [about = "", path = ""] = entry.split("\t", 2);
    found.set(path, about.split(" ")[1] ?? "");
  }
  for (const path of await entries("--modified", "--others", "--exclude-standard")) found.set(path, "");
  return found;
}

/** The id git gives content (a SHA-1 over a header and the octets). */
function blobId(octets: Uint8Array): string {
  return createHash("sha1").update(`blob ${octets.length}\0`).update(octets).digest("hex");
}

/** Reads what judging needs of the trees in the facts, and nothing else. */
export async function loadWanted(facts: Facts, trees: readonly SourceTree[]): Promise<void> {
  for (let wanted = wantedBlobs(facts); wanted.length > 0; wanted = wantedBlobs(facts)) {
    for (const { oid } of wanted) await loadOne(oid, trees);
  }
}

async function loadOne(oid: string, trees: readonly SourceTree[]): Promise<void> {
  const owners = trees.filter((tree) => tree.files.some((file) => file.oid === oid));
  for (const tree of owners) {
    try {
      tree.blobs.set(oid, await tree.load(oid));
    } catch (error) {
      tree.unreadable.set(oid, messageOf(error));
    }
  }
}

async function readEntry(root: string, path: string): Promise<Uint8Array> {
  const place = join(root, path);
  return (await fileMode(place)) === "120000" ? Buffer.from(await readlink(place)) : readFile(place);
}

async function fileMode(path: string): Promise<string | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined || found.isDirectory()) return undefined;
  return found.isSymbolicLink() ? "120000" : "100644";
}
