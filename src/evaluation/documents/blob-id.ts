import { createHash } from "node:crypto";
import type { Tree } from "../tree.ts";

/**
 * The object id of a file that is there, as git gives or would give it: files of a working tree have none yet, and get
 * it from their content. Undefined where that cannot be read.
 */
export function blobId(tree: Tree, path: string): string | undefined {
  const oid = tree.file(path)?.oid;
  if (oid === undefined || isObjectId(oid)) return oid;
  const octets = tree.read(path);
  return octets && createHash("sha1").update(`blob ${octets.length}\0`).update(octets).digest("hex");
}

/** Whether a name of a blob is git's: SHA-1 or SHA-256. */
export function isObjectId(oid: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(oid);
}
