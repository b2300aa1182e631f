import type { Severity } from "../diagnostic/index.ts";

interface RuleEntry {
  readonly severity: Severity;
  /** What the rule catches, in one line. */
  readonly summary: string;
  readonly rfc?: string;
}

/**
 * The rules the parser itself reports, by id. Every error among them means that the file cannot be served as
 * written; none of them depends on other zones, on the clock or on what was there before.
 */
export const parserRules = {
  "enc-bom": { severity: "error", summary: "UTF-8 byte order mark at the start of a file", rfc: "1035 §5.1" },
  "enc-crlf": { severity: "warning", summary: "lines end in CRLF, which Knot DNS refuses" },
  "enc-bare-cr": { severity: "error", summary: "carriage return inside a line" },
  "enc-nul": { severity: "error", summary: "NUL octet in the file" },
  "enc-invisible-char": {
    severity: "error",
    summary: "control or invisible character, or a typographic quote",
  },
  "enc-non-ascii-owner": { severity: "error", summary: "name with characters outside ASCII", rfc: "5890" },
  "enc-no-final-newline": { severity: "info", summary: "last line has no line end" },
  "syn-unbalanced-paren": { severity: "error", summary: "parenthesis without its partner", rfc: "1035 §5.1" },
  "syn-nested-paren": { severity: "warning", summary: "parentheses inside parentheses", rfc: "1035 §5.1" },
  "syn-leading-paren": { severity: "warning", summary: "parenthesis before the owner", rfc: "1035 §5.1" },
  "syn-unterminated-quote": { severity: "error", summary: "quoted string is not closed", rfc: "1035 §5.1" },
  "syn-newline-in-quote": { severity: "error", summary: "line break inside quotes", rfc: "1035 §5.1" },
  "syn-bad-escape": { severity: "error", summary: "backslash escape that means nothing", rfc: "1035 §5.1" },
  "syn-adjacent-quote": { severity: "warning", summary: "strings without white space between them" },
  "syn-quoted-non-string": { severity: "error", summary: "quotes around a name, type or number" },
  "syn-unquoted-semicolon": { severity: "error", summary: '";" in unquoted data starts a comment' },
  "syn-unknown-directive": { severity: "error", summary: "unknown directive", rfc: "1035 §5.1" },
  "syn-indented-directive": { severity: "error", summary: "directive not in column 1", rfc: "1035 §5.1" },
  "syn-foreign-comment": { severity: "error", summary: 'comment that does not start with ";"' },
  "syn-unknown-type": { severity: "error", summary: "unknown or missing record type", rfc: "3597 §5" },
  "syn-vendor-type": { severity: "error", summary: "record type that exists only at one provider" },
  "syn-class-mismatch": { severity: "error", summary: "class other than IN", rfc: "1035 §5.2" },
  "syn-meta-type": { severity: "error", summary: "query or transport type in a zone", rfc: "6895 §3.1" },
  "syn-obsolete-type": { severity: "warning", summary: "obsolete record type", rfc: "1123" },
  "syn-flag-names": { severity: "warning", summary: "flags of a key by name", rfc: "4034 §2.2" },
  "syn-extra-token": {
    severity: "error",
    summary: "text after the end of the record's data",
    rfc: "1035 §5.1",
  },
  "syn-missing-rdata": { severity: "error", summary: "data missing or too short", rfc: "1035 §5.1" },
  "syn-wrong-rdata-kind": { severity: "error", summary: "data of the wrong kind for the type" },
  "syn-number-range": { severity: "error", summary: "number out of range", rfc: "1035 §3.3" },
  "syn-empty-label": { severity: "error", summary: "name with an empty label", rfc: "1035 §2.3.1" },
  "syn-rfc3597": { severity: "error", summary: "malformed generic data", rfc: "3597 §5" },
  "syn-no-owner": { severity: "error", summary: "first record has no owner to inherit", rfc: "1035 §5.1" },
  "syn-too-many-problems": { severity: "error", summary: "more problems than are shown" },
  "syn-too-large": { severity: "error", summary: "zone is larger than is read" },
  "name-label-too-long": { severity: "error", summary: "label longer than 63 octets", rfc: "1035 §2.3.4" },
  "name-too-long": { severity: "error", summary: "name longer than 255 octets", rfc: "1035 §2.3.4" },
  "name-at-sign": { severity: "warning", summary: '"@" inside a longer name is only a character' },
  "name-out-of-zone": { severity: "error", summary: "owner outside the zone", rfc: "1034 §4.2.1" },
  "txt-string-too-long": { severity: "error", summary: "string longer than 255 octets", rfc: "1035 §3.3.14" },
  "rdata-too-long": { severity: "error", summary: "data longer than 65,535 octets", rfc: "1035 §3.2.1" },
  "rdata-large": { severity: "warning", summary: "data longer than 16,384 octets" },
  "owner-looks-like-field": { severity: "warning", summary: "owner reads like a TTL, class or type" },
  "owner-indented": { severity: "error", summary: "owner is indented, so it is read as a type" },
  "ttl-missing": {
    severity: "warning",
    summary: "no $TTL and no TTL: the SOA minimum is used",
    rfc: "2308 §4",
  },
  "ttl-rfc1035-inherit": { severity: "warning", summary: "no $TTL: the TTL of the record before is used" },
  "ttl-directive-invalid": { severity: "error", summary: "bad argument of $TTL", rfc: "2308 §4" },
  "ttl-overflow": { severity: "error", summary: "TTL above 2147483647", rfc: "2181 §8" },
  "dir-argument": {
    severity: "error",
    summary: "missing or extra argument of a directive",
    rfc: "1035 §5.1",
  },
  "dir-date": { severity: "warning", summary: "$DATE is read by BIND only" },
  "dir-include-missing": { severity: "error", summary: "included file is not in the repository" },
  "dir-include-escape": { severity: "error", summary: "$INCLUDE of a file outside the repository" },
  "dir-include-cycle": { severity: "error", summary: "$INCLUDE of itself, too deep or too often" },
  "dir-include-base": { severity: "warning", summary: "relative $INCLUDE that servers resolve differently" },
  "dir-include-ttl-leak": { severity: "warning", summary: "$TTL set in an included file reaches its parent" },
  "dir-include-owner-leak": { severity: "warning", summary: "owner inherited across $INCLUDE" },
  "dir-inherited-owner": { severity: "warning", summary: "owner inherited across $ORIGIN" },
  "dir-origin-relative": { severity: "warning", summary: "relative origin: servers differ on what it means" },
  "dir-origin-out-of-zone": { severity: "warning", summary: "origin outside the zone" },
  "gen-invalid-range": { severity: "error", summary: "bad range of $GENERATE" },
  "gen-too-large": { severity: "error", summary: "$GENERATE makes too many records" },
  "gen-invalid": { severity: "error", summary: "bad $GENERATE" },
  "gen-rhs-unquoted": { severity: "error", summary: "data of $GENERATE in several fields without quotes" },
  "gen-rhs-quotes-stripped": { severity: "warning", summary: "quotes that $GENERATE takes off" },
  "gen-offset-carry": { severity: "warning", summary: "plain $ that takes the offset before it" },
  "gen-nibble-trailing-dot": { severity: "error", summary: "nibbles of even width end in a dot" },
  "gen-unportable": { severity: "info", summary: "$GENERATE is not read by Knot DNS" },
  "soa-missing": { severity: "error", summary: "zone without SOA", rfc: "1035 §5.2" },
  "soa-multiple": { severity: "error", summary: "more than one SOA", rfc: "1035 §5.2" },
  "soa-not-apex": { severity: "error", summary: "SOA below the zone's apex", rfc: "1034 §4.2.1" },
  "soa-serial-overflow": { severity: "error", summary: "serial above 4294967295", rfc: "1035 §3.3.13" },
} as const satisfies Record<string, RuleEntry>;

export type ParserRule = keyof typeof parserRules;
