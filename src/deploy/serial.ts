import { ZonewrightError } from "../base/index.ts";
import { compareSerial } from "../dns/index.ts";

/** A server further ahead than this of what we last published is diverged: reported, not followed (design I4). */
export const DIVERGED_BY = 2 ** 24;

export interface SerialFacts {
  readonly zone: string;
  /** The number in the file decides where the zone says `serial: from-file`. */
  readonly policy: "managed" | "from-file";
  readonly inFile: number;
  /** What we published last, if anything. */
  readonly last: number | undefined;
  /** Serials the zone's nameservers were seen to serve. */
  readonly seen: readonly number[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ChosenSerial {
  readonly serial: number;
  /** Seen serials so far ahead that they were not followed. */
  readonly diverged: readonly number[];
}

/**
 * The serial for new content: YYYYMMDD00 of the day (UTC) where that is higher, else one more than the highest of
 * what we published and what any nameserver serves, in RFC 1982 order. Throws ZonewrightError when the zone keeps
 * its own serials and the file's is not above what we published.
 */
export function chooseSerial(facts: SerialFacts): ChosenSerial {
  const diverged =
    facts.last === undefined ? [] : facts.seen.filter((seen) => isAhead(seen, facts.last!, DIVERGED_BY));
  const followed = facts.seen.filter((seen) => !diverged.includes(seen));
  const below = facts.last === undefined ? followed : [facts.last, ...followed];
  const highest = highestOf(below);
  if (facts.policy === "from-file") {
    const notBelow = below.find((serial) => compareSerial(facts.inFile, serial) !== 1);
    if (notBelow !== undefined) {
      throw new ZonewrightError(
        `choosing the serial of ${facts.zone}`,
        `the file says ${facts.inFile}, which is not above ${notBelow} as already served`,
        "raise the serial in the file, or leave it to Zonewright with serial: managed",
      );
    }
    return { serial: facts.inFile, diverged };
  }
  const dated = datedSerial(facts.now);
  if (highest === undefined) return { serial: dated, diverged };
  // Serials go round in a circle: what is above the highest need not be above the others.
  const rises = below.every((serial) => compareSerial(dated, serial) === 1);
  return { serial: rises ? dated : successor(highest), diverged };
}

/** YYYYMMDD00 in UTC (RFC 1912 §2.2). */
function datedSerial(now: number): number {
  const date = new Date(now);
  return (date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate()) * 100;
}

/** RFC 1982 addition of 1, without 0, which some servers read as "unset". */
function successor(serial: number): number {
  const next = (serial + 1) >>> 0;
  return next === 0 ? 1 : next;
}

function highestOf(serials: readonly number[]): number | undefined {
  return serials.reduce<number | undefined>(
    (highest, serial) => (highest === undefined || compareSerial(serial, highest) === 1 ? serial : highest),
    undefined,
  );
}

function isAhead(serial: number, of: number, by: number): boolean {
  return compareSerial(serial, of) === 1 && (serial - of) >>> 0 > by;
}
