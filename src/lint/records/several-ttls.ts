import type { Zone } from "../../dns/index.ts";

/**
 * Rows of each owner and type that has more than one record, of those owners whose records do not all have one TTL:
 * nothing is made for the many that do.
 */
export function setsOfSeveralTtls({ columns, size }: Zone): readonly (readonly number[])[] {
  const { owner, type, ttl, names } = columns;
  const state = new Uint8Array(names.key.length);
  const first = new Uint32Array(names.key.length);
  let several = false;
  for (let row = 0; row < size; row += 1) {
    const key = names.key[owner[row]!]!;
    if (state[key] === NO_TTL) {
      state[key] = ONE_TTL;
      first[key] = ttl[row]!;
    } else if (first[key] !== ttl[row]) {
      state[key] = SEVERAL_TTLS;
      several = true;
    }
  }
  const sets = new Map<number, number[]>();
  for (let row = 0; row < size && several; row += 1) {
    const key = names.key[owner[row]!]!;
    if (state[key] !== SEVERAL_TTLS) continue;
    const set = key * 0x10000 + type[row]!;
    const rows = sets.get(set);
    if (rows) rows.push(row);
    else sets.set(set, [row]);
  }
  return [...sets.values()].filter((rows) => rows.length > 1);
}

const NO_TTL = 0;
const ONE_TTL = 1;
const SEVERAL_TTLS = 2;
