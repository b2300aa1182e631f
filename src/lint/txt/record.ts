import type { Span } from "../../base/index.ts";
import type { Fix } from "../../diagnostic/index.ts";
import type { Name } from "../../dns/index.ts";
import { Written } from "../writing/index.ts";
import type { LintZone } from "../zone.ts";
import { stringsOf } from "./strings.ts";

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
