import { quantity } from "../words.ts";

/** Characters shown before a difference, of what both records have. */
const LEAD = 40;

/**
 * At most `most` characters of a record's data, those from where it first differs from the record it replaces or is
 * replaced by, and how much there is besides: so that two which differ are not shown alike.
 */
export function cutAtDifference(text: string, other: string, most: number): string {
  if (text.length <= most) return text;
  const common = commonStart(text, other);
  const start = common + LEAD <= most ? 0 : common - LEAD;
  const end = Math.min(start + most, text.length);
  const before = start === 0 ? "" : `… (${quantity(start, "character")} in common) … `;
  if (end === text.length) return before + text.slice(start);
  const isRestAlike = end >= text.length - commonEnd(text, other, common);
  const rest = quantity(text.length - end, "more character");
  return `${before}${text.slice(start, end)}… (${rest}${isRestAlike ? " in common" : ", changed beyond what is shown"})`;
}

/** For each text the one of the others that it has most of its start in common with; none where there are no others. */
export function closest(texts: readonly string[], others: readonly string[]): Map<string, string> {
  const isOther = new Set(others);
  const sorted = [...texts, ...others].sort();
  const found = new Map<string, string>();
  for (const order of [sorted, sorted.toReversed()]) {
    let last: string | undefined;
    for (const text of order) {
      if (isOther.has(text)) last = text;
      else if (last !== undefined) {
        const known = found.get(text);
        if (known === undefined || commonStart(text, known) < commonStart(text, last)) found.set(text, last);
      }
    }
  }
  return found;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** What both end with, after a start that they share. */
function commonEnd(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let length = 0;
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
