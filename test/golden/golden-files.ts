import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PullKind } from "../../src/demo/index.ts";

/** The parts of what the bot publishes on a pull request, each a file. */
export const parts = ["comment.md", "check-run.json", "review.json"] as const;
export type Part = (typeof parts)[number];

/** The comment once the suggestions are committed: of the typo only. */
export const FIXED = "comment-fixed.md";

export function goldenPath(kind: PullKind["kind"], part: Part | typeof FIXED): string {
  return fileURLToPath(new URL(`${kind}/${part}`, import.meta.url));
}

/** A golden file's text. Throws where there is none. */
export function golden(kind: PullKind["kind"], part: Part | typeof FIXED): string {
  return readFileSync(goldenPath(kind, part), "utf8");
}
