import { ZonewrightError } from "../base/index.ts";
import type { Edit } from "./diagnostic.ts";

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text with all edits made, each meaning a place in the text as it was. An edit listed twice is made once, since
 * two findings may ask for the same. Throws ZonewrightError when an edit is outside the text or two overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  const stretches = edits.map((edit) => ({
    start: offsetOf(text, starts, edit.line, edit.column),
    end: offsetOf(text, starts, edit.endLine, edit.endColumn),
    text: edit.text,
  }));
  stretches.sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let done = 0;
  let last: Stretch | undefined;
  for (const stretch of stretches) {
    if (last && stretch.start === last.start && stretch.end === last.end && stretch.text === last.text)
      continue;
    if (stretch.end < stretch.start)
      throw new ZonewrightError("applying a fix", "an edit ends before it starts");
    if (stretch.start < done)
      throw new ZonewrightError(
        "applying fixes",
        "two of them change the same text",
        "apply one and look again",
      );
    parts.push(text.slice(done, stretch.start), stretch.text);
    done = stretch.end;
    last = stretch;
  }
  return parts.join("") + text.slice(done);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** UTF-16 offset of a 1-based line and column in Unicode characters. The column may be just past the line's end. */
function offsetOf(text: string, starts: readonly number[], line: number, column: number): number {
  const start = starts[line - 1];
  const next = starts[line];
  const end = next === undefined ? text.length : next - 1;
  let at = start ?? end;
  let left = column - 1;
  for (; left > 0 && at < end; left -= 1) at += text.codePointAt(at)! > 0xffff ? 2 : 1;
  if (start === undefined || left !== 0)
    throw new ZonewrightError(
      "applying a fix",
      `the text has no line ${line}, column ${column}`,
      "the file has changed since: judge it again",
    );
  return at;
}
