import type { Span } from "../base/index.ts";
import type { Fix } from "../diagnostic/index.ts";
import { type Name, TYPE, type Zone } from "../dns/index.ts";
import { ownerStartsWith } from "./owner-start.ts";
import type { RuleContext } from "./rule.ts";
import { Written } from "./written.ts";
import type { LintZone } from "./zone.ts";

/** The strings of TXT RDATA, one character an octet; what is cut off is left out. */
export function stringsOf(rdata: Uint8Array): readonly string[] {
  const octets = Buffer.from(rdata.buffer, rdata.byteOffset, rdata.length);
  const strings: string[] = [];
  for (let at = 0; at < octets.length; at += 1 + octets[at]!)
    strings.push(octets.toString("latin1", at + 1, Math.min(at + 1 + octets[at]!, octets.length)));
  return strings;
}

/** A TXT record as those read it who join its strings, with the places of that text in the file. */
export class TxtRecord {
  readonly row: number;
  readonly strings: readonly string[];
  /** All strings, joined without anything between. */
  readonly text: string;
  readonly #zone: LintZone;
  #written: Written | undefined;
  #isRead = false;

  constructor(zone: LintZone, row: number) {
    this.#zone = zone;
    this.row = row;
    this.strings = stringsOf(zone.zone.rdata(row));
    this.text = this.strings.join("");
  }

  get owner(): Name {
    return this.#zone.zone.owner(this.row);
  }

  /** Where all its strings are written, with their quotes. */
  get whole(): Span | undefined {
    const tokens = this.#zone.tokens(this.row)?.rdata;
    const [first, last] = [tokens?.[0], tokens?.at(-1)];
    return first && last && { ...last.span, line: first.span.line, column: first.span.column };
  }

  /** Where the octets from `start` to `end` of the text are written; undefined where that is not known. */
  span(start: number, end: number): Span | undefined {
    return this.#text?.span(start, end);
  }

  /** The fix that writes `text` there; undefined where the place is not known or not in one string. */
  replace(title: string, start: number, end: number, text: string): Fix | undefined {
    return this.#text?.replace(title, start, end, text);
  }

  /** None where the record is not written as its strings: in RFC 3597 form, or by $GENERATE. */
  get #text(): Written | undefined {
    if (!this.#isRead) {
      this.#isRead = true;
      const tokens = this.#zone.tokens(this.row)?.rdata ?? [];
      const written = tokens.length === this.strings.length ? Written.of(tokens) : undefined;
      this.#written = written?.text === this.text ? written : undefined;
    }
    return this.#written;
  }
}

/** Whether the joined strings of a TXT record start with this text, given in lower case; in any case of ASCII letters. */
export function textStartsWith(zone: Zone, row: number, lower: string): boolean {
  const { rdata, rdataStart } = zone.columns;
  const end = rdataStart[row + 1]!;
  let at = rdataStart[row]!;
  let left = 0;
  for (let i = 0; i < lower.length; i += 1) {
    for (; left === 0 && at < end; at += 1) left = rdata[at]!;
    if (at >= end) return false;
    const octet = rdata[at]!;
    if ((octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet) !== lower.charCodeAt(i)) return false;
    at += 1;
    left -= 1;
  }
  return true;
}

/**
 * TXT records at names whose labels from the left start with these, in lower case ("*" stands for any label); one of
 * the first three has to be an underscored one.
 */
export function textsAt({ zone, once }: TxtContext, labels: readonly string[]): TxtRecord[] {
  const rows = once(underscoredRows).filter((row) => ownerStartsWith(zone.zone, row, labels));
  return rows.map((row) => new TxtRecord(zone, row));
}

/** What it takes to look for TXT records: found once, for all rules. */
export type TxtContext = Pick<RuleContext, "zone" | "once">;

/** The rows of TXT records with an underscored label among the first three of their owner. */
function underscoredRows({
  zone: { zone },
  rowsOf,
}: Pick<RuleContext, "zone" | "rowsOf">): readonly number[] {
  const { owner, names } = zone.columns;
  const { octets, start } = names;
  return rowsOf(TYPE.TXT).filter((row) => {
    let at = start[owner[row]!]!;
    for (let label = 0; label < 3 && octets[at] !== 0; label += 1, at += octets[at]! + 1)
      if (octets[at + 1] === UNDERSCORE) return true;
    return false;
  });
}

const UNDERSCORE = 0x5f;
