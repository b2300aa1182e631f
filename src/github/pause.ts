import type { Clock } from "../base/index.ts";

const SHORTEST_MS = 60_000;
const LONGEST_MS = 15 * 60_000;

/** How long GitHub wants an installation left alone: going on while limited can get an App banned. */
export class Pause {
  readonly #clock: Clock;
  #until = 0;
  #strikes = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds still to wait; 0 when calls may go out. */
  get left(): number {
    return Math.max(0, this.#until - this.#clock.now());
  }

  /** Begins or prolongs the pause, and says how long it is. Without a time from GitHub: a minute, doubled each time. */
  begin(ms: number | undefined): number {
    const wait = ms ?? Math.min(SHORTEST_MS * 2 ** this.#strikes, LONGEST_MS);
    this.#strikes += 1;
    this.#until = Math.max(this.#until, this.#clock.now() + wait);
    return this.left;
  }

  /** GitHub answers again. */
  end(): void {
    this.#strikes = 0;
  }
}
