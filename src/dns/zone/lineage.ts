import type { Name } from "../name.ts";

/** Of so many zones that a zone was made from, one after the other, it is known what changed since. */
const GENERATIONS = 16;
/** Comparing more owners than this one by one is no faster than comparing all. */
const MOST_OWNERS = 10_000;

/**
 * What a zone that was made from another shares with it: all but the records of some owners. Holds on to no zone, only
 * to tokens that stand for them.
 */
export class Lineage {
  /** By token of this zone and of those it came from, latest first: the owners, in key form, changed since. */
  readonly #since: ReadonlyMap<object, ReadonlySet<Name>>;

  private constructor(since: Iterable<readonly [object, ReadonlySet<Name>]>) {
    this.#since = new Map([[{}, new Set<Name>()], ...since]);
  }

  /** Of a zone that was not made from another. */
  static fresh(): Lineage {
    return new Lineage([]);
  }

  /** Of a zone made from this one, whose records differ at these owners, in key form, at most. */
  child(touched: Iterable<Name>): Lineage {
    const owners = new Set<Name>();
    for (const owner of touched) {
      if (owners.size === MOST_OWNERS) return Lineage.fresh();
      owners.add(owner);
    }
    const since = [...this.#since]
      .slice(0, GENERATIONS)
      .map(([token, earlier]) => [token, new Set([...earlier, ...owners])] as const)
      .filter(([, all]) => all.size <= MOST_OWNERS);
    return new Lineage(since);
  }

  /** All owners whose records may differ between two zones, in key form; undefined where they have too little in common. */
  static between(a: Lineage, b: Lineage): ReadonlySet<Name> | undefined {
    for (const [token, inA] of a.#since) {
      const inB = b.#since.get(token);
      if (inB) return new Set([...inA, ...inB]);
    }
    return undefined;
  }
}
