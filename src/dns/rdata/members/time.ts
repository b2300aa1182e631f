import { excerpt } from "../../excerpt.ts";
import type { Member } from "../layout.ts";

const largest = 0xffffffff;

/** A moment in 32 bits: YYYYMMDDHHmmSS in UTC, or seconds since 1970 in at most ten digits (RFC 4034 §3.2). */
export function timeMember(what: string): Member {
  const expected = `${what} (YYYYMMDDHHmmSS, or seconds since 1970)`;
  return {
    parse(fields, out) {
      const text = fields.word(expected);
      const seconds = /^\d{1,10}$/.test(text) ? Number(text) : secondsOfDate(text);
      if (seconds === undefined || seconds < 0 || seconds > largest) {
        throw fields.error(`${excerpt(text)} is not ${expected}, up to ${dateOf(largest)}`, expected);
      }
      out.u32(seconds);
    },
    print: (wire) => dateOf(wire.u32()),
  };
}

/** Undefined if it is no date, or one that no calendar has, such as the 31st of February. */
function secondsOfDate(text: string): number | undefined {
  if (!/^\d{14}$/.test(text)) return undefined;
  const [year, month, day, hour, minute, second] = [0, 4, 6, 8, 10, 12].map((at) =>
    Number(text.slice(at, at === 0 ? 4 : at + 2)),
  );
  const seconds = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) / 1000;
  return seconds >= 0 && dateOf(seconds) === text ? seconds : undefined;
}

function dateOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\D/g, "").slice(0, 14);
}
