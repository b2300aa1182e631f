/**
 * Items, numbered from 0, that several threads divide among themselves: each takes the next few when it has done the
 * last, so that all end at about the same time, whatever an item costs.
 */
export class Shares {
  /** Plain data for the other threads, which make their own `Shares` of it. */
  readonly plan: SharePlan;
  readonly #taken: Int32Array;

  constructor(plan: SharePlan) {
    this.plan = plan;
    this.#taken = new Int32Array(plan.taken);
  }

  static of(items: number, size: number): Shares {
    return new Shares({ items, size: Math.max(1, size), taken: new SharedArrayBuffer(4) });
  }

  /** The next items that nobody has taken, from the first up to and without the last; until there are none. */
  *take(): Iterable<readonly [from: number, to: number]> {
    const { items, size } = this.plan;
    for (;;) {
      const from = Atomics.add(this.#taken, 0, size);
      if (from >= items) return;
      yield [from, Math.min(items, from + size)];
    }
  }
}

export interface SharePlan {
  readonly items: number;
  /** How many are taken at a time. */
  readonly size: number;
  /** One 32-bit number: how many were taken. */
  readonly taken: SharedArrayBuffer;
}
