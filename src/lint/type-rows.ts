import type { RRType, Zone } from "../dns/index.ts";

/** The rows of a zone by type, in file order. */
export class TypeRows {
  readonly #byType = new Map<RRType, readonly number[]>();

  constructor({ columns: { type } }: Zone) {
    const counts = new Uint32Array(0x10000);
    for (let row = 0; row < type.length; row += 1) counts[type[row]!]! += 1;
    const rows = new Map<RRType, number[]>();
    const next = new Uint32Array(0x10000);
    for (let row = 0; row < type.length; row += 1) {
      const code = type[row]!;
      let list = rows.get(code);
      if (list === undefined) {
        list = new Array<number>(counts[code]!).fill(0);
        rows.set(code, list);
        this.#byType.set(code, list);
      }
      list[next[code]!] = row;
      next[code]! += 1;
    }
  }

  has(types: readonly RRType[]): boolean {
    return types.some((type) => this.#byType.has(type));
  }

  /** Rows of one type as they are; of several types merged. */
  of(types: readonly RRType[]): readonly number[] {
    const lists = types.map((type) => this.#byType.get(type) ?? []).filter((rows) => rows.length > 0);
    return lists.length < 2 ? (lists[0] ?? []) : lists.flat().sort((a, b) => a - b);
  }
}
