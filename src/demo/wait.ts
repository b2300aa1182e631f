import { setTimeout as sleep } from "node:timers/promises";
import { ZonewrightError } from "../base/index.ts";

const LOOK_EVERY_MS = 40;

/** Looks until there is something to see. Throws ZonewrightError when there is not in time. */
export async function waitFor<T>(
  what: string,
  look: () => Promise<T | undefined>,
  withinMs = 20_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (Date.now() > end)
      throw new ZonewrightError(`waiting for ${what}`, `it did not come within ${withinMs / 1000} s`);
    await sleep(LOOK_EVERY_MS);
  }
}
