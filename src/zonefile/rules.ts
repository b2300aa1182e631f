import type { Severity } from "../diagnostic/index.ts";

interface RuleEntry {
  readonly severity: Severity;
  /** One sentence: what the rule catches. */
  readonly summary: string;
  readonly rfc?: string;
  /** Where it is written, if not in an RFC. */
  readonly source?: string;
  /** The smallest set of rules that has it; "recommended" where it is not said. */
  readonly set?: "strict" | "all";
}

/**
 * The rules the parser itself reports, by id. Every error among them means that the file cannot be served as
 * written; none of them depends on other zones, on the clock or on what was there before.
 */
export const parserRules = {
  "enc-bom": {
    severity: "error",
    summary: "A UTF-8 byte order mark at the start of a file.",
    rfc: "1035 §5.1",
  },
  "enc-crlf": {
    severity: "warning",
    summary: "Lines that end in carriage return and line feed.",
    rfc: "1035 §5.1",
  },
  "enc-bare-cr": { severity: "error", summary: "A carriage return inside a line.", rfc: "1035 §5.1" },
  "enc-nul": { severity: "error", summary: "A NUL octet in the file.", rfc: "1035 §5.1" },
  "enc-invisible-char": {
    severity: "error",
    summary: "A control or invisible character, or a typographic quote.",
    rfc: "1035 §5.1",
  },
  "enc-non-ascii-owner": {
    severity: "error",
    summary: "A name with characters outside ASCII.",
    rfc: "5890 §2.3.2.1",
  },
  "enc-no-final-newline": {
    severity: "info",
    summary: "A last line without line end.",
    source: "POSIX.1-2017 \u00a73.206",
  },
  "enc-tabs-mixed": {
    severity: "info",
    summary: "Tabs between some fields and spaces between others.",
    set: "all",
  },
  "syn-unbalanced-paren": {
    severity: "error",
    summary: "A parenthesis without its partner.",
    rfc: "1035 §5.1",
  },
  "syn-nested-paren": { severity: "warning", summary: "Parentheses inside parentheses.", rfc: "1035 §5.1" },
  "syn-leading-paren": { severity: "warning", summary: "A parenthesis before the owner.", rfc: "1035 §5.1" },
  "syn-unterminated-quote": {
    severity: "error",
    summary: "A quoted string that is not closed.",
    rfc: "1035 §5.1",
  },
  "syn-newline-in-quote": { severity: "error", summary: "A line break inside quotes.", rfc: "1035 §5.1" },
  "syn-bad-escape": { severity: "error", summary: "A backslash that escapes nothing.", rfc: "1035 §5.1" },
  "syn-adjacent-quote": {
    severity: "warning",
    summary: "Strings without white space between them.",
    rfc: "1035 §5.1",
  },
  "syn-quoted-non-string": {
    severity: "error",
    summary: "Quotes around a name, a type or a number.",
    rfc: "1035 §5.1",
  },
  "syn-unquoted-semicolon": {
    severity: "error",
    summary: 'A ";" in data without quotes, where it starts a comment.',
    rfc: "1035 §5.1",
  },
  "syn-unknown-directive": {
    severity: "error",
    summary: "A directive that does not exist.",
    rfc: "1035 §5.1",
  },
  "syn-indented-directive": {
    severity: "error",
    summary: "A directive that does not start in column 1.",
    rfc: "1035 §5.1",
  },
  "syn-foreign-comment": {
    severity: "error",
    summary: 'A comment that does not start with ";".',
    rfc: "1035 §5.1",
  },
  "syn-unknown-type": { severity: "error", summary: "A type that is unknown or missing.", rfc: "3597 §5" },
  "syn-vendor-type": {
    severity: "error",
    summary: "A record type that exists at one provider or in one server only.",
    rfc: "6895 §3.1",
  },
  "syn-class-mismatch": { severity: "error", summary: "A class other than IN.", rfc: "1035 §5.2" },
  "syn-meta-type": {
    severity: "error",
    summary: "A type of questions and transfers in a zone.",
    rfc: "6895 §3.1",
  },
  "syn-obsolete-type": {
    severity: "warning",
    summary: "An obsolete record type.",
    rfc: "1123, RFC 7208 §3.1, RFC 8749",
  },
  "syn-flag-names": { severity: "warning", summary: "Flags of a key by name.", rfc: "4034 §2.2" },
  "syn-extra-token": {
    severity: "error",
    summary: "Text after the end of a record's data.",
    rfc: "1035 §5.1",
  },
  "syn-missing-rdata": { severity: "error", summary: "Data that is missing or too short.", rfc: "1035 §5.1" },
  "syn-wrong-rdata-kind": {
    severity: "error",
    summary: "Data of the wrong kind for its type.",
    rfc: "1035 §3.3",
  },
  "syn-number-range": { severity: "error", summary: "A number that is out of range.", rfc: "1035 §3.3" },
  "syn-empty-label": { severity: "error", summary: "A name with an empty label.", rfc: "1035 §2.3.1" },
  "syn-rfc3597": { severity: "error", summary: "Malformed generic data.", rfc: "3597 §5" },
  "syn-no-owner": { severity: "error", summary: "A first record without owner.", rfc: "1035 §5.1" },
  "syn-too-many-problems": { severity: "error", summary: "More problems than are shown." },
  "syn-too-large": { severity: "error", summary: "A zone that is larger than is read." },
  "name-label-too-long": {
    severity: "error",
    summary: "A label of more than 63 octets.",
    rfc: "1035 §2.3.4",
  },
  "name-too-long": { severity: "error", summary: "A name of more than 255 octets.", rfc: "1035 §2.3.4" },
  "name-at-sign": { severity: "warning", summary: 'An "@" inside a longer name.', rfc: "1035 §5.1" },
  "name-out-of-zone": { severity: "error", summary: "An owner outside the zone.", rfc: "1034 §4.2.1" },
  "txt-string-too-long": {
    severity: "error",
    summary: "A string of more than 255 octets.",
    rfc: "1035 §3.3.14",
  },
  "rdata-too-long": { severity: "error", summary: "Data of more than 65,535 octets.", rfc: "1035 §3.2.1" },
  "rdata-large": { severity: "warning", summary: "Data of more than 16,384 octets.", rfc: "1035 §4.2.2" },
  "owner-looks-like-field": {
    severity: "warning",
    summary: "An owner that reads like a TTL or a class.",
    rfc: "1035 §5.1",
  },
  "owner-indented": {
    severity: "error",
    summary: "An owner that is indented, and so read as a type.",
    rfc: "1035 §5.1",
  },
  "ttl-missing": {
    severity: "warning",
    summary: "No $TTL and no TTL: the minimum of the SOA is used.",
    rfc: "2308 §4",
  },
  "ttl-rfc1035-inherit": {
    severity: "warning",
    summary: "No $TTL: the TTL of the record before is used.",
    rfc: "1035 §5.1, RFC 2308 §4",
  },
  "ttl-directive-invalid": { severity: "error", summary: "A $TTL that sets none.", rfc: "2308 §4" },
  "ttl-overflow": { severity: "error", summary: "A TTL above 2147483647.", rfc: "2181 §8" },
  "dir-argument": {
    severity: "error",
    summary: "A directive with an argument missing or too many.",
    rfc: "1035 §5.1",
  },
  "dir-date": {
    severity: "warning",
    summary: "A $DATE, which only BIND reads.",
    source: "BIND 9, lib/dns/master.c",
  },
  "dir-include-missing": {
    severity: "error",
    summary: "An included file that is not in the repository.",
    rfc: "1035 §5.1",
  },
  "dir-include-escape": {
    severity: "error",
    summary: "An $INCLUDE of a file outside the repository.",
    rfc: "1035 §5.1",
  },
  "dir-include-cycle": {
    severity: "error",
    summary: "An $INCLUDE of itself, too deep or too often.",
    rfc: "1035 §5.1",
  },
  "dir-include-base": {
    severity: "warning",
    summary: "A relative $INCLUDE that servers resolve differently.",
    rfc: "1035 §5.1",
  },
  "dir-include-ttl-leak": {
    severity: "warning",
    summary: "A $TTL of an included file that reaches the file around it.",
    rfc: "2308 §4",
  },
  "dir-include-owner-leak": {
    severity: "warning",
    summary: "An owner inherited across an $INCLUDE.",
    rfc: "1035 §5.1",
  },
  "dir-inherited-owner": {
    severity: "warning",
    summary: "An owner inherited across an $ORIGIN.",
    rfc: "1035 §5.1",
  },
  "dir-origin-relative": { severity: "warning", summary: "An origin that is relative.", rfc: "1035 §5.1" },
  "dir-origin-out-of-zone": { severity: "warning", summary: "An origin outside the zone.", rfc: "1035 §5.1" },
  "gen-invalid-range": {
    severity: "error",
    summary: "A range of $GENERATE that cannot be.",
    source: "BIND 9 Administrator Reference Manual, $GENERATE",
  },
  "gen-too-large": {
    severity: "error",
    summary: "A $GENERATE that makes too many records.",
    source: "BIND 9 Administrator Reference Manual, $GENERATE",
  },
  "gen-invalid": {
    severity: "error",
    summary: "A $GENERATE that is incomplete or malformed.",
    source: "BIND 9 Administrator Reference Manual, $GENERATE",
  },
  "gen-rhs-unquoted": {
    severity: "error",
    summary: "Data of a $GENERATE in several fields without quotes.",
    source: "BIND 9 Administrator Reference Manual, $GENERATE",
  },
  "gen-rhs-quotes-stripped": {
    severity: "warning",
    summary: "Quotes that $GENERATE takes off.",
    source: "BIND 9 Administrator Reference Manual, $GENERATE",
  },
  "gen-offset-carry": {
    severity: "warning",
    summary: "A plain $ that takes the offset before it.",
    source: "BIND 9 Administrator Reference Manual, $GENERATE",
  },
  "gen-nibble-trailing-dot": {
    severity: "error",
    summary: "Nibbles of even width, which end in a dot.",
    source: "BIND 9 Administrator Reference Manual, $GENERATE",
  },
  "gen-unportable": {
    severity: "info",
    summary: "A $GENERATE, which Knot and NSD do not read.",
    source: "BIND 9 Administrator Reference Manual, $GENERATE",
  },
  "soa-missing": { severity: "error", summary: "A zone without SOA.", rfc: "1035 §5.2" },
  "soa-multiple": { severity: "error", summary: "More than one SOA.", rfc: "1035 §5.2" },
  "soa-not-apex": { severity: "error", summary: "An SOA below the zone's name.", rfc: "1034 §4.2.1" },
  "soa-field-count": { severity: "error", summary: "An SOA without its seven fields.", rfc: "1035 §3.3.13" },
  "rr-commented-out": {
    severity: "info",
    summary: "Records made comments, beside others of the same owner and type.",
    set: "all",
  },
  "rr-merge-conflict-marker": {
    severity: "error",
    summary: "A mark of a merge that was not resolved.",
    source: "git-merge(1), how conflicts are presented",
  },
  "soa-serial-overflow": { severity: "error", summary: "A serial above 4294967295.", rfc: "1035 §3.3.13" },
} as const satisfies Record<string, RuleEntry>;

export type ParserRule = keyof typeof parserRules;
