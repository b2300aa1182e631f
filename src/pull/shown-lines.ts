/** A stretch of lines, 1-based, the last included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The lines of a file's new side that a pull request's diff shows, one stretch a hunk: only they can be commented on,
 * and a comment on several lines must stay within one hunk. `patch` is what GitHub gives for the file: unified hunks
 * from the first `@@`. A hunk that only removes shows no line of the new side but its context.
 */
export function shownLines(patch: string): readonly LineRange[] {
  return [...patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d{1,10})(?:,(\d{1,10}))? @@/gm)]
    .map(([, start, count = "1"]) => ({ first: Number(start), last: Number(start) + Number(count) - 1 }))
    .filter(({ first, last }) => last >= first);
}
