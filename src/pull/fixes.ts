import { applyEdits, type Diagnostic, type Edit } from "../diagnostic/index.ts";
import type { LineShift } from "./line-shift.ts";

export interface Fixed {
  readonly text: string;
  /** Findings whose fix is in the text. */
  readonly fixed: readonly Diagnostic[];
  /** Findings whose fix is not: another one changes the same, or the text is not the one it was made for. */
  readonly left: readonly Diagnostic[];
}

/**
 * The text with the fixes of all these findings about it, as far as they leave each other alone: of two that do not,
 * the first. Findings without a fix are ignored, fixes that do not lie in the text are left. Never throws.
 */
export function applyFixes(text: string, findings: readonly Diagnostic[]): Fixed {
  const lines = text.split("\n");
  const taken: Edit[] = [];
  const fixed: Diagnostic[] = [];
  const left: Diagnostic[] = [];
  for (const finding of findings) {
    if (finding.fix === undefined) continue;
    const { edits } = finding.fix;
    const taking = edits.every((edit) => liesIn(lines, edit)) && takeAll(taken, edits);
    (taking ? fixed : left).push(finding);
  }
  return { text: applyEdits(text, taken), fixed, left };
}

function liesIn(lines: readonly string[], { line, column, endLine, endColumn }: Edit): boolean {
  const isForward = line < endLine || (line === endLine && column <= endColumn);
  return isForward && hasColumn(lines[line - 1], column) && hasColumn(lines[endLine - 1], endColumn);
}

/** Columns are Unicode characters from 1; the one past the end counts. */
function hasColumn(line: string | undefined, column: number): boolean {
  return line !== undefined && column >= 1 && column <= [...line].length + 1;
}

/** Adds edits to those in order, all or none: false where one of them overlaps another. */
function takeAll(taken: Edit[], edits: readonly Edit[]): boolean {
  const added: Edit[] = [];
  for (const edit of edits) {
    const at = placeAmong(taken, edit);
    if (at === undefined) {
      for (const one of added) taken.splice(taken.indexOf(one), 1);
      return false;
    }
    if (isSame(taken[at], edit)) continue;
    taken.splice(at, 0, edit);
    added.push(edit);
  }
  return true;
}

/** The same finding where its lines stand in another text; undefined where that is not certain. */
export function shiftFix(finding: Diagnostic, shift: LineShift): Diagnostic | undefined {
  if (finding.fix === undefined) return undefined;
  const edits: Edit[] = [];
  for (const edit of finding.fix.edits) {
    const [line, endLine] = [shift(edit.line), shift(edit.endLine)];
    if (line === undefined || endLine === undefined || endLine - line !== edit.endLine - edit.line) {
      return undefined;
    }
    edits.push({ ...edit, line, endLine });
  }
  return { ...finding, fix: { ...finding.fix, edits } };
}

/** Where among edits in order another one belongs, which may be there already; undefined where it overlaps one. */
function placeAmong(taken: readonly Edit[], edit: Edit): number | undefined {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareStart(taken[middle]!, edit) < 0) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < taken.length && compareStart(taken[at]!, edit) === 0; at += 1) {
    if (isSame(taken[at], edit)) return at;
  }
  const before = taken[low - 1];
  const after = taken[low];
  const free =
    (before === undefined || endsBefore(before, edit)) && (after === undefined || endsBefore(edit, after));
  return free ? low : undefined;
}

function compareStart(a: Edit, b: Edit): number {
  return a.line - b.line || a.column - b.column || a.endLine - b.endLine || a.endColumn - b.endColumn;
}

function endsBefore(a: Edit, b: Edit): boolean {
  return a.endLine < b.line || (a.endLine === b.line && a.endColumn <= b.column);
}

function isSame(a: Edit | undefined, b: Edit): boolean {
  return a !== undefined && compareStart(a, b) === 0 && a.text === b.text;
}
