import type { Fix } from "../../diagnostic/index.ts";
import { contentHash, type Soa } from "../../dns/index.ts";
import type { Token } from "../../zonefile/index.ts";
import type { LintZone } from "../zone.ts";

/** Which of the numbers of a SOA is the serial, counted over the RDATA's tokens. */
const SERIAL_TOKEN = 2;

export interface SerialChange {
  readonly before: Soa;
  readonly after: Soa;
  readonly token: Token | undefined;
}

/**
 * The serials of a zone that keeps its own (`serial: from-file`), on the base and now, when anything else in the zone
 * changed. Undefined where the bot writes the serial, the zone is new, or its content is the same.
 */
export function serialChange(zone: LintZone): SerialChange | undefined {
  if (zone.serial !== "from-file" || !zone.before) return undefined;
  const [before, after] = [zone.before.zone.soa(), zone.zone.soa()];
  if (!before || !after || contentHash(zone.before.zone) === contentHash(zone.zone)) return undefined;
  return { before, after, token: zone.tokens(after.row)?.rdata[SERIAL_TOKEN] };
}

/** A serial that is written like a date, YYYYMMDDnn (RFC 1912 §2.2). */
export interface DateSerial {
  /** Midnight of that day (UTC) in milliseconds since 1970; undefined where the calendar has no such day. */
  readonly time: number | undefined;
  /** Year, month and day as written, such as 2024-67-01. */
  readonly text: string;
}

/** The date that a serial of ten digits from the years 1980 to 2299 reads as. */
export function dateOfSerial(serial: number): DateSerial | undefined {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)\d\d$/.exec(String(serial)) ?? [];
  if (year === undefined || year < "1980" || year > "2299") return undefined;
  const text = `${year}-${month}-${day}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return { time: isDay ? time : undefined, text };
}

/** Whether a serial is about the clock's time in seconds since 1970, another way to choose serials. */
export function isUnixSerial(serial: number, now: number): boolean {
  return Math.abs(serial - now / 1000) < 2 * 365 * 86_400;
}

/** The first serial of a day. */
export function serialOfDay(now: number): number {
  return Number(`${new Date(now).toISOString().slice(0, 10).replaceAll("-", "")}01`);
}

/** Writes another serial. */
export function setSerial({ span }: Token, serial: number): Fix {
  const { line, column, endLine, endColumn } = span;
  return {
    title: `set the serial to ${serial}`,
    edits: [{ line, column, endLine, endColumn, text: String(serial) }],
  };
}
