import type { RRType, Zone } from "../../dns/index.ts";

/** The rows of a zone by type, in file order. */
export class TypeRows {
  readonly #byType = new Map<RRType, readonly number[]>();

  constructor({ columns: { type } }: Zone) {
    let highest = 0;
    for (let row = 0; row < type.length; row += 1) if (type[row]! > highest) highest = type[row]!;
    const counts = new Uint32Array(highest + 1);
    for (let row = 0; row < type.length; row += 1) counts[type[row]!]! += 1;
    const lists = new Map<RRType, number[]>();
    const filled = new Uint32Array(highest + 1);
    for (let row = 0; row < type.length; row += 1) {
      const code = type[row]!;
      let list = lists.get(code);
      if (list === undefined) {
        list = new Array<number>(counts[code]!).fill(0);
        lists.set(code, list);
        this.#byType.set(code, list);
      }
      list[filled[code]!] = row;
      filled[code]! += 1;
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
