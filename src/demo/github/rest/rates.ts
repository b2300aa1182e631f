import type { Clock } from "../../../base/index.ts";

/** One caller's hour: times in seconds. */
export interface Rate {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly reset: number;
}

const hour = 3600;
const perHour = 5000;
const perHourUnknown = 60;

/** Counts requests an hour for each caller. It tells, and never refuses: limits are tried with faults. */
export class Rates {
  readonly #clock: Clock;
  readonly #windows = new Map<string, { used: number; reset: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  count(caller: string | undefined): Rate {
    this.#window(caller).used += 1;
    return this.of(caller);
  }

  of(caller: string | undefined): Rate {
    const { used, reset } = this.#window(caller);
    const limit = caller === undefined ? perHourUnknown : perHour;
    return { limit, used, remaining: Math.max(0, limit - used), reset };
  }

  #window(caller: string | undefined): { used: number; reset: number } {
    const now = Math.floor(this.#clock.now() / 1000);
    const present = this.#windows.get(caller ?? "");
    if (present && present.reset > now) return present;
    const fresh = { used: 0, reset: now + hour };
    this.#windows.set(caller ?? "", fresh);
    return fresh;
  }
}

export function rateHeaders(rate: Rate): Record<string, string> {
  return {
    "x-ratelimit-limit": String(rate.limit),
    "x-ratelimit-remaining": String(rate.remaining),
    "x-ratelimit-used": String(rate.used),
    "x-ratelimit-reset": String(rate.reset),
    "x-ratelimit-resource": "core",
  };
}
