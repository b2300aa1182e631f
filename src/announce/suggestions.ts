import { codeSpan, markdownSentence, sha256, showInvisible } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { applyFixes, type LineRange, type LineShift, shiftFix } from "../pull/index.ts";
import { ended } from "./bounded.ts";
import type { LineOf } from "./check-run.ts";

/** A change of lines of the head, to be offered where the diff shows them. */
export interface Suggestion {
  readonly path: string;
  /** Lines of the head's file that it replaces, the last included. */
  readonly lines: LineRange;
  readonly body: string;
  /** The same for the same change of the same lines, wherever they have moved to: what was offered once is not again. */
  readonly key: string;
}

/** A file of the pull request: its lines that the diff shows, and where the judged lines stand in it. */
export interface SuggestionFile {
  readonly path: string;
  readonly shown: readonly LineRange[];
  readonly shift: LineShift;
}

/** A suggestion of more lines than this is no one-click change any more. */
const MOST_LINES = 20;
/** What decoding puts where octets are not UTF-8. */
const REPLACEMENT = "\ufffd";

/**
 * The fixes of findings about one file as suggestions, in the order of lines: those whose lines stand unchanged in the
 * head and within one hunk of its diff. Fixes of the same lines are one suggestion. `lineOf` gives the judged text.
 */
export function suggestionsFor(
  file: SuggestionFile,
  findings: readonly Diagnostic[],
  lineOf: LineOf,
): readonly Suggestion[] {
  const fixable = findings
    .filter(({ severity }) => severity !== "info")
    .flatMap((finding) => {
      const lines = touchedLines(finding);
      return lines && lines.last - lines.first < MOST_LINES ? [{ finding, lines }] : [];
    })
    .sort((a, b) => a.lines.first - b.lines.first || a.lines.last - b.lines.last);
  const groups: { lines: LineRange; findings: Diagnostic[] }[] = [];
  for (const { finding, lines } of fixable) {
    const last = groups.at(-1);
    if (last === undefined || lines.first > last.lines.last) groups.push({ lines, findings: [finding] });
    else {
      last.findings.push(finding);
      last.lines = { first: last.lines.first, last: Math.max(last.lines.last, lines.last) };
    }
  }
  const repeated = new Map<string, number>();
  return groups.flatMap(({ lines, findings: found }) => {
    const range = inOneHunk(file, lines);
    const change = range && changeOf(lines, found, (line) => lineOf(file.path, line));
    if (!change) return [];
    const content = JSON.stringify([file.path, change.before, change.after]);
    const times = repeated.get(content) ?? 0;
    repeated.set(content, times + 1);
    const body = suggestionBody(change.fixed, change.after);
    return [{ path: file.path, lines: range, body, key: sha256(`${content}#${times}`).slice(0, 24) }];
  });
}

/** What stands above the suggestions of one review; `left` is how many fixes more there are than it offers. */
export function suggestionsIntro(count: number, left: number, canFix: boolean): string {
  return [
    count === 1 ? "A change to commit with one click." : `${count} changes to commit with one click each.`,
    ...(left > 0 ? [`${left} more ${left === 1 ? "is" : "are"} in the annotations of the check run.`] : []),
    ...(canFix ? ["**Fix** in the check run commits all that can be fixed."] : []),
  ].join(" ");
}

/** Lines that a fix rewrites. A line inserted before another one is shown as added to the line above it. */
function touchedLines({ fix }: Diagnostic): LineRange | undefined {
  if (fix === undefined || fix.edits.length === 0) return undefined;
  const firsts = fix.edits.map((edit) => (isNewLine(edit) ? edit.line - 1 : edit.line));
  const lasts = fix.edits.map((edit) =>
    isNewLine(edit) || (edit.endColumn === 1 && edit.endLine > edit.line) ? edit.endLine - 1 : edit.endLine,
  );
  return { first: Math.min(...firsts), last: Math.max(...lasts) };
}

type Edit = NonNullable<Diagnostic["fix"]>["edits"][number];

function isNewLine({ line, column, endLine, endColumn }: Edit): boolean {
  return column === 1 && endColumn === 1 && endLine === line && line > 1;
}

function inOneHunk({ shown, shift }: SuggestionFile, { first, last }: LineRange): LineRange | undefined {
  const [start, end] = [shift(first), shift(last)];
  if (start === undefined || end === undefined || end - start !== last - first) return undefined;
  return shown.some((hunk) => hunk.first <= start && end <= hunk.last)
    ? { first: start, last: end }
    : undefined;
}

interface Change {
  readonly before: string;
  readonly after: string;
  readonly fixed: readonly Diagnostic[];
}

/** The lines before and after; undefined where they are not at hand, or where the change would not end with a line. */
function changeOf(
  { first, last }: LineRange,
  findings: readonly Diagnostic[],
  lineAt: (line: number) => string | undefined,
): Change | undefined {
  const lines = Array.from({ length: last - first + 1 }, (_, at) => lineAt(first + at));
  // What ends in CR would be committed without it.
  if (lines.some((line) => line === undefined || line.endsWith("\r"))) return undefined;
  const before = lines.map((line) => `${line}\n`).join("");
  const moved = findings.flatMap((finding) => shiftFix(finding, (line) => line - first + 1) ?? []);
  const { text, fixed } = applyFixes(before, moved);
  const whole = text === "" || text.endsWith("\n");
  // It is committed byte for byte, so it holds nothing that nobody would see, nor stands for octets that are no text.
  const isPlain = showInvisible(text) === text && !`${before}${text}`.includes(REPLACEMENT);
  return whole && text !== before && isPlain ? { before, after: text, fixed } : undefined;
}

function suggestionBody(fixed: readonly Diagnostic[], after: string): string {
  const said = fixed.map(
    ({ severity, rule, message, fix }) =>
      `**${severity}** ${ended(markdownSentence(message))} (${codeSpan(rule)})\n\nFix: ${ended(markdownSentence(fix!.title))}`,
  );
  return `${said.join("\n\n")}\n\n${suggestionBlock(after)}`;
}

/** The block as GitHub commits it, byte for byte, within a fence longer than any run of backticks in it. */
function suggestionBlock(after: string): string {
  const longest = (after.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}suggestion\n${after}${fence}\n`;
}
