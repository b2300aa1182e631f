import { realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../base/index.ts";
import { readProblem } from "./reading.ts";

/** A file or folder somebody named. */
export interface Place {
  /** As it was written. */
  readonly given: string;
  /** Relative to the workspace's root, with forward slashes; "" is the root itself. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** The folder without links, the file itself as it is: a link to a file is told, not followed. */
export function findPlace(given: string): { given: string; place: string; isFolder: boolean } {
  const written = resolve(given);
  const doing = `reading ${given}`;
  let found: Stats;
  try {
    found = statSync(written);
  } catch (error) {
    throw new UsageError(doing, readProblem(error), "give the path of a zone file or a folder", {
      cause: error,
    });
  }
  if (found.isDirectory()) return { given, place: realpathSync(written), isFolder: true };
  if (found.isFile())
    return { given, place: join(realpathSync(dirname(written)), basename(written)), isFolder: false };
  throw new UsageError(
    doing,
    "it is neither a file nor a folder",
    "give the path of a zone file or a folder",
  );
}
