import type { parserRules } from "../../../src/zonefile/index.ts";

type ParserRule = keyof typeof parserRules;

/** Why a case is read as it is where programs disagree on it: by its id, or the start of its id. The RFC decides. */
const byCase: Readonly<Record<string, string>> = {
  "par-012": "a record may begin with a blank and go on in parentheses (RFC 1035 §5.1)",
  "quo-028":
    'a free-standing "@" is the origin where a name stands, and text where text stands (RFC 1035 §5.1)',
  "ttl-001": "TTL and class stand in either order (RFC 1035 §5.1)",
  "ttl-016":
    "all records of an RRset have one TTL (RFC 2181 §5.2): the first one's is printed, and the rule `ttl-rrset-mismatch` refuses the zone",
  "ttl-017": "as `ttl-016`; BIND and Knot DNS let the last win where another owner stands between",
  "ttl-026":
    "directives are entries like others, compared without case, as BIND does; RFC 1035 §5.1 does not say",
  "dir-002": '"@" is the current origin (RFC 1035 §5.1)',
  "dir-011": "`$INCLUDE` is part of the format (RFC 1035 §5.1)",
  "dir-023": "`$INCLUDE` is part of the format (RFC 1035 §5.1)",
  "dir-024": "`$INCLUDE` is part of the format (RFC 1035 §5.1)",
  "dir-014": "`$TTL` reaches to the next `$TTL` (RFC 2308 §4), which may stand in an included file",
  "more-ttl-leak-ends-with-ttl": "`$INCLUDE` is part of the format (RFC 1035 §5.1)",
  "dir-015":
    "an included file does not change its parent's origin (RFC 1035 §5.1), nor, as in BIND, its owner",
  "dir-032": "as `dir-015`",
  "dir-020":
    "RFC 1035 §5.1 leaves open where a relative path starts: as in Knot DNS, at the file it stands in, so that a repository can be read from anywhere",
  "gen-008":
    "nibbles of even width make an absolute name, which nobody means; `$GENERATE` is BIND's own (no RFC)",
  "gen-025": "65,536 records of one line are enough (no RFC; a bound against waste)",
  "gen-026": "the owners that it makes are outside the zone (RFC 1034 §4.2.1)",
  "gen-": "`$GENERATE` is BIND's own (no RFC): read as BIND reads it",
  "more-generate-": "`$GENERATE` is BIND's own (no RFC): read as BIND reads it",
  "more-date": "`$DATE` is BIND's own (no RFC)",
  "adr-013":
    "four labels are a name like any other (RFC 1035 §2.3.1); that it has no address is for a rule to say, not for the parser",
  "soa-013": "REFRESH and RETRY are 32 bits (RFC 1035 §3.3.13); NSD puts 3600 for them",
  "typ-001": "tags are compared without case (RFC 8659 §4.1)",
  "typ-002": "a tag is letters and digits (RFC 8659 §4.1)",
  "typ-020": "seconds have three decimals at most (RFC 1876 §3)",
  "typ-037": "a mandatory key has to be there (RFC 9460 §8)",
  "typ-038": "a key stands once (RFC 9460 §2.1)",
  "typ-041": "`no-default-alpn` has to come with `alpn` (RFC 9460 §7.1.1)",
  "typ-043": "a port has 16 bits (RFC 9460 §7.2)",
  "typ-058": "the original TTL is a decimal number (RFC 4034 §3.2)",
  "typ-059": "names below a DNAME are for a rule to refuse (RFC 6672 §2.4), which names both",
  "typ-064": "HIP is a type (RFC 8005 §5)",
  "typ-067": "NULL has no form of its own (RFC 1035 §3.3.10), and so that of RFC 3597 §5",
  "typ-073": "AMTRELAY is a type (RFC 8777 §4)",
  "typ-074": "TALINK is registered with IANA (no RFC)",
  "typ-076": "RESINFO is a type (RFC 9606 §5)",
  "typ-077": "DSYNC is a type (RFC 9859 §2)",
  "typ-083":
    'a ";" outside quotes starts a comment (RFC 1035 §5.1), and so cuts what its author meant as data',
  "sem-001": "a rule refuses it (RFC 1034 §3.6.2), so that the zone's other faults are told too",
  "sem-002": "as `sem-001`",
  "sem-004": "as `sem-001` (RFC 1034 §3.6.2, RFC 1912 §2.4)",
  "sem-008": "missing glue (RFC 1034 §4.2.1) is for a rule to tell",
  "sem-010": "a nameserver that is an alias (RFC 2181 §10.3) is for a rule to tell",
  "sem-011": "a nameserver of the zone's own without address (RFC 1035 §3.3.11) is for a rule to tell",
  "sem-019": "several DNAME at a name (RFC 6672 §2.4) are for a rule to refuse",
  "sem-020": "DNAME beside CNAME (RFC 6672 §2.4) is for a rule to refuse",
  "sem-023": "DS at the apex (RFC 4035 §2.4) is for a rule to refuse",
  "more-soa-repeated": "one SOA written twice is one record (RFC 2181 §5)",
  "more-svcb-quoted-value-wrong":
    "ports have 16 bits (RFC 9460 §7.2), and a path holds `{?dns}` (RFC 9461 §5)",
  "more-bitmap-no-type": "a bitmap lists types by name (RFC 4034 §4.2)",
  "more-digest-length": "each digest has its own length (RFC 4509 §2.1, RFC 4255 §3.1.2, RFC 8976 §2.2.3)",
  "more-rrsig-fields": "dates exist, and numbers fit their fields (RFC 4034 §3.2)",
  "more-names-of-rdata": "newer types: TALINK (no RFC), DSYNC (RFC 9859 §2)",
  "layout.zone": "TTL and class stand in either order (RFC 1035 §5.1), which ldns does not read",
  "rfc2308-ttl.zone": "a `$TTL` of 0 is one like any other (RFC 2308 §4), which ldns does not keep",
  "rfc3597.zone": "`CLASS1` is IN (RFC 3597 §5), which Knot DNS does not read",
  "rfc8659.zone": "a value is a string, in quotes or without (RFC 8659 §4.1.1), which ldns does not read",
};

/** Why what a rule of the parser tells is told, for rules whose RFC their page does not name. */
const byRule: Partial<Readonly<Record<ParserRule, string>>> = {
  "enc-crlf": "RFC 1035 §5.1 names no line end; editors write this one, so it is read",
  "enc-nul": "RFC 1035 §5.1 writes octets that are no text as `\\DDD`",
  "enc-bare-cr": "RFC 1035 §5.1 names no line end, and programs differ on this one",
  "enc-invisible-char": "only tabs and spaces separate (RFC 1035 §5.1)",
  "syn-foreign-comment": 'comments start with ";" (RFC 1035 §5.1)',
  "syn-adjacent-quote": "RFC 1035 §5.1 does not say whether that is one string; two, as in BIND",
  "syn-quoted-non-string": "only character strings are quoted (RFC 1035 §5.1)",
  "name-at-sign": 'only a free-standing "@" is the origin (RFC 1035 §5.1)',
  "ttl-rfc1035-inherit":
    "without `$TTL` the last stated TTL is meant (RFC 1035 §5.1; RFC 2308 §4 where there is one)",
  "dir-origin-relative": "relative names are completed with the origin (RFC 1035 §5.1)",
};

/** The reason that is written down for a case: its own, or that of what is told about it. */
export function choiceFor(id: string, rules: readonly ParserRule[]): string | undefined {
  const starts = Object.keys(byCase).filter((start) => start.endsWith("-") && id.startsWith(start));
  const own = byCase[id] ?? (starts.length > 0 ? byCase[starts[0]!] : undefined);
  return own ?? rules.map((rule) => byRule[rule]).find((reason) => reason !== undefined);
}

/** Cases with a reason of their own. */
export const chosenCases: readonly string[] = Object.keys(byCase).filter((id) => !id.endsWith("-"));

/** What all four programs read, with the same records, and is refused here. */
export const refusedHereOnly: Readonly<Record<string, string>> = {
  "lex-008":
    'a ";" outside quotes starts a comment (RFC 1035 §5.1): text that goes on after it was meant to be data, and is lost without a word',
  "adr-026":
    "CNAME to an IPv4 address is a name of four labels to a parser, and always a mistake (RFC 1035 §3.3.1)",
};

/** What all four refuse, each in its way, and is read here. */
export const readHereOnly: Readonly<Record<string, string>> = {
  "gen-028":
    "three do not know `$GENERATE`, and BIND asks for addresses of the zone's nameservers, which is for a rule to do (RFC 1034 §4.2.1)",
  "type CLA": "registered with IANA after these versions",
  "type IPN": "registered with IANA after these versions",
  "type HTTPS 2": "the keys `ohttp` (RFC 9540 §4) and `tls-supported-groups` are newer than these versions",
};
