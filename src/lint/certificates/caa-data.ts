import type { Span } from "../../base/index.ts";
import type { Fix } from "../../diagnostic/index.ts";
import { TYPE, type Zone } from "../../dns/index.ts";
import type { Token } from "../../zonefile/index.ts";
import { Written } from "../writing/index.ts";
import type { LintZone } from "../zone.ts";

/** The data of a CAA record (RFC 8659 §4.1); tag and value have one character an octet. */
export interface CaaData {
  readonly row: number;
  readonly flags: number;
  /** In lower case. */
  readonly tag: string;
  readonly value: string;
}

/** IANA's "Certification Authority Restriction Properties" that are in use. */
export const caaTags = [
  "issue",
  "issuewild",
  "issuemail",
  "issuevmc",
  "iodef",
  "contactemail",
  "contactphone",
];

/** Tags whose value names a certification authority. */
export const issuerTags: readonly string[] = ["issue", "issuewild", "issuemail", "issuevmc"];

export function readCaa(zone: Zone, row: number): CaaData {
  const rdata = zone.rdata(row);
  const end = 2 + rdata[1]!;
  const latin1 = (octets: Uint8Array) => Buffer.from(octets).toString("latin1");
  return {
    row,
    flags: rdata[0]!,
    tag: latin1(rdata.subarray(2, end)).toLowerCase(),
    value: latin1(rdata.subarray(end)),
  };
}

/** The authority that a value of an issuer tag names, in lower case; "" where it says that none may issue. */
export function issuerOf(value: string): string {
  return value.split(";", 1)[0]!.trim().toLowerCase();
}

/** The tokens of the data: flags, tag and value. None where it is in RFC 3597 form. */
export function caaTokens(zone: LintZone, row: number): readonly [Token, Token, Token] | undefined {
  const [flags, tag, value] = zone.tokens(row)?.rdata ?? [];
  return flags && tag && value && flags.text !== "\\#" && zone.zone.type(row) === TYPE.CAA
    ? [flags, tag, value]
    : undefined;
}

/** Where the octets from `start` to `end` of the value stand, and how to write others there. */
export function caaValuePlace(
  zone: LintZone,
  { row, value }: CaaData,
  start: number,
  end: number,
): { readonly span: Span | undefined; replace(title: string, text: string): Fix | undefined } {
  const token = caaTokens(zone, row)?.[2];
  const written = token && Written.of([token]);
  if (written?.text !== value) return { span: token?.span, replace: () => undefined };
  return {
    span: start === 0 && end === value.length ? token?.span : written.span(start, end),
    replace: (title, text) => written.replace(title, start, end, text),
  };
}
