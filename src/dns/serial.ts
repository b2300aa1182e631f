import { ZonewrightError } from "../base/index.ts";

/** A zone's serial number: 0 to 4294967295, ordered only as RFC 1982 says. */
export type Serial = number;

const half = 2 ** 31;

/** The order of two serials by RFC 1982 §3.2; undefined where the RFC leaves it undefined (exactly 2^31 apart). */
export function compareSerial(a: Serial, b: Serial): -1 | 0 | 1 | undefined {
  const distance = (b - a) >>> 0;
  if (distance === 0) return 0;
  if (distance === half) return undefined;
  return distance < half ? -1 : 1;
}

/**
 * The smallest serial that is above every one given, by RFC 1982; 1 if none is given. The result is never 0: after
 * 4294967295 comes 1, because several servers and tools take serial 0 to mean "no serial".
 *
 * @throws ZonewrightError if no serial is above all of them, which can only be when they lie 2^31 or more apart.
 */
export function nextSerial(...above: readonly Serial[]): Serial {
  if (above.length === 0) return 1;
  const next = above
    .map(successor)
    .find((candidate) => above.every((s) => compareSerial(candidate, s) === 1));
  if (next === undefined) {
    throw new ZonewrightError(
      "choosing the next serial",
      `no serial is above all of ${above.join(", ")}: they lie too far apart (RFC 1982)`,
      "reset the serial on the servers that diverged",
    );
  }
  return next;
}

function successor(serial: Serial): Serial {
  return (serial + 1) >>> 0 || 1;
}
