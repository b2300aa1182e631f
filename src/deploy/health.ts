import type { CheckVerdict } from "../checks/index.ts";

/** How a check does on a nameserver, over time. Times are milliseconds since 1970. */
export interface Health {
  /** What was seen often enough to count; undefined until then. */
  readonly verdict: CheckVerdict | undefined;
  /** When it was first seen so. */
  readonly since: number;
  /** What was seen last, where it is another and not yet often enough. */
  readonly turning?: { readonly verdict: CheckVerdict; readonly since: number; readonly rounds: number };
  /** When it was last looked at. */
  readonly at: number;
}

/** A time that is over: what the verdict was, from and until when. */
export interface HealthPeriod {
  readonly verdict: CheckVerdict;
  readonly since: number;
  readonly until: number;
}

/** Rounds in a row that decide: one alone may have met a server in motion, or a lost datagram. */
const ROUNDS: Readonly<Record<CheckVerdict, number>> = { pass: 2, fail: 2, unknown: 3 };

/** The health after one more round, and the period that it ended, if it did. */
export function nextHealth(
  before: Health | undefined,
  seen: CheckVerdict,
  now: number,
): { readonly health: Health; readonly ended?: HealthPeriod } {
  if (before === undefined && seen === "pass") return { health: { verdict: seen, since: now, at: now } };
  const { verdict, since } = before ?? { verdict: undefined, since: now };
  if (seen === verdict) return { health: { verdict, since, at: now } };
  const turning =
    before?.turning?.verdict === seen
      ? { ...before.turning, rounds: before.turning.rounds + 1 }
      : { verdict: seen, since: now, rounds: 1 };
  if (turning.rounds < ROUNDS[seen]) return { health: { verdict, since, turning, at: now } };
  return {
    health: { verdict: seen, since: turning.since, at: now },
    ...(verdict !== undefined && { ended: { verdict, since, until: turning.since } }),
  };
}
