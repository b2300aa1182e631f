/** Letters of a word that are compared; what is longer was not mistyped. */
const LONGEST = 100;

const FAR = Number.POSITIVE_INFINITY;

/**
 * Edits that turn one text into the other (insert, delete or replace a character, swap two neighbours), or Infinity
 * where there are more than `most`. Takes time in proportion to the length of `a` times `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  const bound = Math.min(most, Math.max(a.length, b.length));
  if (Math.abs(a.length - b.length) > bound) return FAR;
  // Of each row of the table of costs only the columns within `bound` of the diagonal are kept: entry k of row i is
  // column i - bound + k.
  let twoAbove: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: 2 * bound + 1 }, (_, k) =>
    k < bound ? FAR : k - bound,
  );
  for (let i = 1; i <= a.length; i += 1) {
    const row = nextRow({ a, b, bound, i, above, twoAbove });
    if (Math.min(...row) > bound) return FAR;
    twoAbove = above;
    above = row;
  }
  const distance = above[b.length - a.length + bound]!;
  return distance <= bound ? distance : FAR;
}

function nextRow(at: {
  readonly a: string;
  readonly b: string;
  readonly bound: number;
  readonly i: number;
  readonly above: readonly number[];
  readonly twoAbove: readonly number[];
}): readonly number[] {
  const { a, b, bound, i, above, twoAbove } = at;
  const row: number[] = [];
  for (let k = 0; k <= 2 * bound; k += 1) {
    const j = i - bound + k;
    if (j < 1 || j > b.length) {
      row.push(j === 0 ? i : FAR);
      continue;
    }
    const same = a[i - 1] === b[j - 1];
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const replaced = above[k]! + (same ? 0 : 1);
    const cost = Math.min(replaced, (above[k + 1] ?? FAR) + 1, (row[k - 1] ?? FAR) + 1);
    row.push(swapped ? Math.min(cost, twoAbove[k]! + 1) : cost);
  }
  return row;
}

/**
 * The candidate a mistyped word was most likely meant to be, letter case aside; undefined where none is near. The first
 * of several equally near ones.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let best: string | undefined;
  let most = slipsIn(word);
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), most);
    if (distance > most) continue;
    best = candidate;
    most = distance - 1;
  }
  return best;
}

/** A third of the letters wrong is a slip, in short words one or two; more is another word, and so is any letter. */
function slipsIn({ length }: string): number {
  if (length <= 3) return length < 2 ? 0 : 1;
  return Math.max(2, Math.floor(length / 3));
}
