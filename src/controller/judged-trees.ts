import type { Evaluation } from "../evaluation/index.ts";

export interface JudgedTrees {
  readonly evaluation: Evaluation;
  /** Paths that differ between the two trees, either side of a rename included. */
  readonly changedPaths: readonly string[];
  /** Text of the lines that findings with a fix are about, by lineKey; a CR at their end is part of it. */
  readonly lines: ReadonlyMap<string, string>;
  /** Blob ids of the files that have findings with a fix. */
  readonly fixable: ReadonlyMap<string, string>;
}

/** Where a line is found in JudgedTrees; lines count from 1. */
export function lineKey(file: string, line: number): string {
  return `${file}:${line}`;
}
