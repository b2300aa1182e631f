import type { Zone } from "../../dns/index.ts";

/** Rows that share their owner with others of `rows`, owner by owner: nothing is made for the many that stand alone. */
export function sharedOwners(
  { columns: { owner, names } }: Zone,
  rows: readonly number[],
): readonly (readonly number[])[] {
  const count = new Uint8Array(names.key.length);
  let several = false;
  for (const row of rows) {
    const key = names.key[owner[row]!]!;
    if (count[key]! < 2) count[key]! += 1;
    several ||= count[key] === 2;
  }
  if (!several) return [];
  const sets = new Map<number, number[]>();
  for (const row of rows) {
    const key = names.key[owner[row]!]!;
    if (count[key] !== 2) continue;
    const set = sets.get(key);
    if (set) set.push(row);
    else sets.set(key, [row]);
  }
  return [...sets.values()];
}

/** Of the rows of each owner, the first. */
export function firstOfEachOwner(
  { columns: { owner, names } }: Zone,
  rows: readonly number[],
): readonly number[] {
  const seen = new Uint8Array(names.key.length);
  return rows.filter((row) => {
    const key = names.key[owner[row]!]!;
    if (seen[key] === 1) return false;
    seen[key] = 1;
    return true;
  });
}

/** All rows, owner by owner. */
export function byOwner(
  { columns: { owner, names } }: Zone,
  rows: readonly number[],
): readonly (readonly number[])[] {
  return [...Map.groupBy(rows, (row) => names.key[owner[row]!]!).values()];
}

/** How many of the rows each owner has, by its key. */
export function countByOwner({ columns: { owner, names } }: Zone, rows: readonly number[]): Uint32Array {
  const counts = new Uint32Array(names.key.length);
  for (const row of rows) counts[names.key[owner[row]!]!]! += 1;
  return counts;
}
