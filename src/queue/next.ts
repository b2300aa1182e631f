/** A pull request in line for one base branch. `readySince` is when its verdict last became ready, in milliseconds. */
export interface QueueEntry {
  readonly number: number;
  readonly readySince: number | undefined;
}

/** The order in which ready pull requests merge: the longest ready first, then the lowest number. */
export function mergeOrder<E extends QueueEntry>(entries: readonly E[]): readonly E[] {
  return entries
    .filter((entry) => entry.readySince !== undefined)
    .sort((a, b) => a.readySince! - b.readySince! || a.number - b.number);
}
