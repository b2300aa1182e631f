/** Lines that differ in one place: `before` lines from `beforeAt` on became `after` lines from `afterAt` on (0-based). */
export interface Hunk {
  readonly beforeAt: number;
  readonly before: readonly string[];
  readonly afterAt: number;
  readonly after: readonly string[];
}

/** How deep places between equal lines are looked into. */
const DEPTH = 16;

/**
 * Where two files differ, by lines. Lines that stand once in both hold the rest in place (patience), so that the cost
 * grows with the lines that differ, never with their square; what is left between is one hunk.
 */
export function changedLines(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  compare(before, after, { b0: 0, b1: before.length, a0: 0, a1: after.length }, DEPTH, hunks);
  return hunks;
}

interface Range {
  readonly b0: number;
  readonly b1: number;
  readonly a0: number;
  readonly a1: number;
}

function compare(
  before: readonly string[],
  after: readonly string[],
  { b0, b1, a0, a1 }: Range,
  depth: number,
  hunks: Hunk[],
): void {
  while (b0 < b1 && a0 < a1 && before[b0] === after[a0]) {
    b0 += 1;
    a0 += 1;
  }
  while (b0 < b1 && a0 < a1 && before[b1 - 1] === after[a1 - 1]) {
    b1 -= 1;
    a1 -= 1;
  }
  if (b0 === b1 && a0 === a1) return;
  const anchors =
    b0 < b1 && a0 < a1 && depth > 0 ? inOrder(commonOnce(before, after, { b0, b1, a0, a1 })) : [];
  if (anchors.length === 0) {
    hunks.push({ beforeAt: b0, before: before.slice(b0, b1), afterAt: a0, after: after.slice(a0, a1) });
    return;
  }
  let [b, a] = [b0, a0];
  for (const [atBefore, atAfter] of [...anchors, [b1, a1] as const]) {
    compare(before, after, { b0: b, b1: atBefore, a0: a, a1: atAfter }, depth - 1, hunks);
    [b, a] = [atBefore + 1, atAfter + 1];
  }
}

/** Pairs of places of the lines that stand exactly once on both sides, in order of `after`. */
function commonOnce(
  before: readonly string[],
  after: readonly string[],
  { b0, b1, a0, a1 }: Range,
): (readonly [number, number])[] {
  const inBefore = once(before, b0, b1);
  return [...once(after, a0, a1)].flatMap(([line, at]) => {
    const other = inBefore.get(line);
    return at < 0 || other === undefined || other < 0 ? [] : [[other, at] as const];
  });
}

/** The place of each line, -1 where it stands more than once. */
function once(lines: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at += 1) places.set(lines[at]!, places.has(lines[at]!) ? -1 : at);
  return places;
}

/** The longest run of pairs that ascends on both sides, by the piles of patience sorting. */
function inOrder(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: number[] = [];
  const under = new Int32Array(pairs.length);
  for (const [index, [place]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![0] < place) low = middle + 1;
      else high = middle;
    }
    under[index] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = index;
  }
  const run: (readonly [number, number])[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = under[at]!) run.push(pairs[at]!);
  return run.reverse();
}
