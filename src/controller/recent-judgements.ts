import type { Clock } from "../base/index.ts";

const MOST = 64;
const KEPT_MS = 10 * 60_000;

/**
 * What was judged lately, by what it was judged from: a sweep over pull requests that nobody touched costs no
 * evaluation. The same trees are judged the same; they are judged anew from time to time for what depends on the clock.
 */
export class RecentJudgements<T> {
  readonly #clock: Clock;
  readonly #entries = new Map<string, { readonly value: T; readonly at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  find(key: string): T | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#clock.now() - entry.at < KEPT_MS ? entry.value : undefined;
  }

  keep(key: string, value: T): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, at: this.#clock.now() });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST) break;
      this.#entries.delete(oldest);
    }
  }
}
