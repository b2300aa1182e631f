/**
 * Edits that turn one text into the other, or Infinity where there are more than `most`: insert, delete, replace a
 * character, or swap two neighbours.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? twoAbove[j - 2]! + 1 : replaced;
      row.push(Math.min(replaced, swapped, above[j]! + 1, row[j - 1]! + 1));
    }
    if (Math.min(...row) > most) return Number.POSITIVE_INFINITY;
    twoAbove = above;
    above = row;
  }
  return above[b.length]! <= most ? above[b.length]! : Number.POSITIVE_INFINITY;
}

/** `; did you mean "min"?` where a known word is close to a mistyped one, else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 2)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.slice(0, 100).toLowerCase(), candidate.toLowerCase(), least - 1);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best === undefined ? "" : `; did you mean "${best}"?`;
}
