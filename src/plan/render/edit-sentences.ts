import type { DirectiveChange, Effect, FileChange, RecordCounts } from "../plan.ts";
import { quantity } from "../words.ts";
import type { Quote } from "./quote.ts";

/** What edits do beyond their own line, and which do nothing: one sentence each. */
export function editSentences(files: readonly FileChange[], quote: Quote): string[] {
  return files.flatMap((file) => [
    ...file.directives.map((directive) => directiveSentence(directive, file, quote)),
    ...includedSentence(file, quote),
    ...quietSentence(file, quote),
  ]);
}

function directiveSentence(
  { line, before, after, effect }: DirectiveChange,
  file: FileChange,
  quote: Quote,
): string {
  const where = `on line ${line} of ${quote(file.file)}`;
  const what =
    before === undefined
      ? `${quote(after!)} is new ${where}`
      : after === undefined
        ? `${quote(before)} is gone from line ${line} of ${quote(file.file)}`
        : `${quote(before)} is now ${quote(after)} ${where}`;
  return `${what}: ${effectInWords(effect, file.readBy)}`;
}

function includedSentence({ file, included, readBy, effect }: FileChange, quote: Quote): string[] {
  if (!included || effect?.zones === 0) return [];
  return [`${quote(file)} is read by ${quantity(readBy, "zone")}: ${effectInWords(effect, readBy)}`];
}

function quietSentence({ file, lines, effect }: FileChange, quote: Quote): string[] {
  if (effect?.zones !== 0) return [];
  return [
    `${quantity(lines, "line")} changed in ${quote(file)}; no record changes (order, letter case, comments, spelling, or a serial that is not the file's to set)`,
  ];
}

function effectInWords(effect: Effect | undefined, readBy: number): string {
  if (effect === undefined) return "what it changes was not counted, since that would take too long";
  const { counts, zones } = effect;
  return `${someCounts(counts)}${readBy > 1 ? ` in ${quantity(zones, "zone")}` : ""}`;
}

/** "340 records changed", "2 records added, 1 removed": without those that are none. */
function someCounts({ added, changed, removed }: RecordCounts): string {
  const some = (
    [
      [added, "added"],
      [changed, "changed"],
      [removed, "removed"],
    ] as const
  ).filter(([n]) => n > 0);
  return some
    .map(([count, what], at) =>
      at === 0 ? `${quantity(count, "record")} ${what}` : `${count.toLocaleString("en-GB")} ${what}`,
    )
    .join(", ");
}
