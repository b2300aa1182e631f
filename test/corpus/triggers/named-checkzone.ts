import { HEAD, type Trigger, trigger, whole } from "./trigger.ts";

const soa = "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h";
const servers = "@ NS ns1.example.com.\n@ NS ns2.example.com.\n";
const sixtyFour = "a".repeat(64);
const digest = "ab".repeat(20);
const digest256 = "ab".repeat(32);
const rsaKey = "AwEAAaetidLzsKWUt4swWR8yu0wPHPiUi8LUsAD0QPWU+wzt89epO6tHzkMBVDkC7qphQO2hTY4hHn9npWFRw5BYubE=";
const exponent3 = "AQOeIiFK8h0qMOb8pYF4SRaBgP1Yy4yFQeMcgk0sMbJDk3a0xVqNxPbJXVZKjXq0Jb5Kkz1XB0yGsFfVx1WbC6Rt";

/** Reading the file: lib/dns/master.c. */
const reading: readonly Trigger[] = [
  trigger("unexpected end of line", "syn-missing-rdata", "a MX 10"),
  whole("unexpected end of input", "syn-unterminated-quote", `${HEAD}a TXT "x`),
  trigger("unbalanced parentheses", "syn-unbalanced-paren", 'a TXT ( "x"'),
  trigger("unbalanced quotes", "syn-unterminated-quote", 'a TXT "x', 'b TXT "y"'),
  trigger("label too long", "name-label-too-long", `${sixtyFour} A 192.0.2.1`),
  trigger("empty label", "syn-empty-label", "a..b A 192.0.2.1"),
  trigger("bad escape", "syn-bad-escape", "a\\256 A 192.0.2.1"),
  trigger("bad label type", "hostname-chars", "\\[x1/8] A 192.0.2.1"),
  trigger("name too long", "name-too-long", `${`${"a".repeat(60)}.`.repeat(5)}x A 192.0.2.1`),
  trigger("unknown RR type", "syn-unknown-type", "a TYP 192.0.2.1"),
  trigger("unknown class", "syn-unknown-type", "a CLS A 192.0.2.1"),
  trigger("class is not the zone's", "syn-class-mismatch", "a CH A 192.0.2.1"),
  trigger("extra input text", "syn-extra-token", "a A 192.0.2.1 more"),
  trigger("unknown $ directive", "syn-unknown-directive", "$ORIGN a.example.org."),
  whole("no current owner name", "syn-no-owner", ` A 192.0.2.1\n${HEAD}`),
  whole("no TTL specified; using SOA MINTTL instead", "ttl-missing", `${soa}\n${servers}`),
  whole("no TTL specified; zone rejected", "ttl-missing", `${servers}${soa}\n`),
  whole("using RFC1035 TTL semantics", "ttl-rfc1035-inherit", `${soa.replace("@", "@ 60")}\n${servers}`),
  trigger("$TTL > MAXTTL", "ttl-directive-invalid", "$TTL 2147483648"),
  trigger("TTL > MAXTTL", "ttl-overflow", "a 2147483648 A 192.0.2.1"),
  trigger("TTL set to prior TTL", "ttl-rrset-mismatch", "a 60 A 192.0.2.1", "a 70 A 192.0.2.2"),
  trigger("TTL exceeds configured max-zone-ttl", "ttl-high", "a 31536000 A 192.0.2.1"),
  trigger(
    "SOA record not at top of zone",
    "soa-not-apex",
    "a SOA ns1.example.com. hm.example.com. 1 4h 1h 14d 1h",
  ),
  trigger("record at top of zone", "ds-at-apex", `@ DS 1 13 2 ${digest256}`),
  trigger("MD is obsolete", "syn-obsolete-type", "a MD mail.example.com."),
  trigger("MF is obsolete", "syn-obsolete-type", "a MF mail.example.com."),
  trigger("meta type", "syn-meta-type", "a TKEY \\# 0"),
  trigger("NS appears to be an address", "ns-target-ip", "a NS 192.0.2.1", "a NS ns1.example.com."),
  trigger("MX is an address", "mx-target-ip", "a MX 10 192.0.2.1"),
  trigger("non-terminal wildcard", "wildcard-nonterminal", "a.*.b A 192.0.2.1"),
  trigger("ignoring out-of-zone data", "name-out-of-zone", "a.example.net. A 192.0.2.1"),
  trigger(
    "record with inherited owner immediately after $ORIGIN",
    "dir-inherited-owner",
    "a A 192.0.2.1",
    "$ORIGIN b.example.org.",
    " TXT x",
  ),
  whole("file does not end with newline", "enc-no-final-newline", `${HEAD}a A 192.0.2.1`),
  trigger("$GENERATE: invalid range", "gen-invalid-range", "$GENERATE 3-1 a$ A 192.0.2.$"),
  trigger("$GENERATE: bad syntax", "gen-invalid", `$GENERATE 1-3 a$${"{0,b}"} A 192.0.2.$`),
  trigger("$INCLUDE: file not found", "dir-include-missing", "$INCLUDE missing.inc"),
  trigger("number out of range", "syn-number-range", "a MX 65536 mail.example.com."),
  trigger("bad dotted quad", "syn-wrong-rdata-kind", "a A 192.0.2"),
  trigger("bad AAAA", "syn-wrong-rdata-kind", "a AAAA 2001:db8::1/64"),
  trigger("text too long", "txt-string-too-long", `a TXT "${"x".repeat(256)}"`),
  trigger("bad hex encoding", "syn-rfc3597", "a TYPE65280 \\# 2 abc"),
];

/** Host names: `-k`, check-names. Which types' owners and data have to be one. */
const names: readonly Trigger[] = [
  ...["A 192.0.2.1", "AAAA 2001:db8::1", "MX 10 mail.example.com."].map((data) =>
    trigger(`bad owner name: ${data.split(" ")[0]}`, "hostname-chars", `a_b ${data}`),
  ),
  ...["NS b_c.example.com.", "MX 10 b_c.example.com.", "AFSDB 1 b_c.example.com."].map((data) =>
    trigger(`bad name: ${data.split(" ")[0]}`, "hostname-chars", `a ${data}`, "a TXT x"),
  ),
  trigger("bad name: SRV", "hostname-chars", "_a._tcp SRV 0 0 1 b_c.example.com."),
  trigger("bad name: RT", "hostname-chars", "a RT 1 b_c.example.com."),
  trigger("bad name: RP", "hostname-chars", "a RP b.c_d.example.com. ."),
  trigger("bad name: MINFO", "hostname-chars", "a MINFO b.c_d.example.com. b.c_d.example.com."),
  whole(
    "bad name: SOA MNAME",
    "hostname-chars",
    HEAD.replace("ns1.example.com. host", "n_1.example.com. host"),
  ),
  whole("bad name: SOA RNAME", "hostname-chars", HEAD.replace("hostmaster.example", "hostmaster.ex_ample")),
  whole("bad name: PTR", "hostname-chars", `${HEAD}1 PTR b_c.example.com.\n`, {
    origin: "2.0.192.in-addr.arpa.",
  }),
];

/** The zone in memory: lib/dns/db.c and rbtdb.c. */
const database: readonly Trigger[] = [
  trigger("CNAME and other data", "cname-and-other-data", "a CNAME b.example.com.", "a TXT x"),
  trigger(
    "multiple RRs of singleton type: CNAME",
    "cname-multiple",
    "a CNAME b.example.com.",
    "a CNAME c.example.com.",
  ),
  trigger(
    "multiple RRs of singleton type: DNAME",
    "dname-multiple",
    "a DNAME b.example.com.",
    "a DNAME c.example.com.",
  ),
  trigger(
    "multiple RRs of singleton type: SOA",
    "soa-multiple",
    "@ SOA ns1.example.com. hostmaster.example.com. 2 4h 1h 14d 1h",
  ),
  trigger(
    "invalid NS owner name (wildcard)",
    "ns-wildcard",
    "*.a NS ns1.example.com.",
    "*.a NS ns2.example.com.",
  ),
  trigger(
    "invalid NSEC3 owner name (wildcard)",
    "nsec3-chain",
    "*.a NSEC3 1 0 0 - 0P9MHAVEQVM6T7VBL5LOP2U3T2RP3TOM A",
  ),
];

/** The whole zone: lib/dns/zone.c, and checktool.c with `-i local`. */
const integrity: readonly Trigger[] = [
  whole("has 0 SOA records", "soa-missing", `$TTL 1h\n${servers}`),
  whole("has no NS records", "ns-none-apex", `$TTL 1h\n${soa}\n`),
  trigger("NS has no address records (apex)", "ns-target-no-address", "@ NS ns3", "ns3 TXT x"),
  trigger("NS is a CNAME (apex)", "ns-target-cname", "@ NS ns3", "ns3 CNAME ns3.example.com."),
  trigger("NS is below a DNAME (apex)", "ns-target-cname", "@ NS ns3.d", "d DNAME d.example.com."),
  trigger(
    "NS has no address records (delegation)",
    "ns-target-no-address",
    "a NS ns3",
    "a NS ns1.example.com.",
    "ns3 TXT x",
  ),
  trigger(
    "NS is a CNAME (delegation)",
    "ns-target-cname",
    "a NS ns3",
    "a NS ns1.example.com.",
    "ns3 CNAME ns3.example.com.",
  ),
  trigger(
    "NS is below a DNAME (delegation)",
    "ns-target-cname",
    "a NS ns3.d",
    "a NS ns1.example.com.",
    "d DNAME d.example.com.",
  ),
  trigger("REQUIRED GLUE missing", "ns-missing-glue", "a NS ns3.a", "a NS ns1.example.com."),
  trigger(
    "SIBLING GLUE missing",
    "ns-sibling-glue",
    ...["a NS ns3.b", "a NS ns1.example.com.", "b NS ns1.example.com.", "b NS ns2.example.com."],
  ),
  trigger("MX has no address records", "mx-target-no-address", "a MX 10 mail", "mail TXT x"),
  trigger("MX is a CNAME", "mx-target-cname", "a MX 10 mail", "mail CNAME mail.example.com."),
  trigger("MX is below a DNAME", "mx-target-cname", "a MX 10 mail.d", "d DNAME d.example.com."),
  trigger("SRV has no address records", "srv-target-no-address", "_a._tcp SRV 0 0 1 b", "b TXT x"),
  trigger("SRV is a CNAME", "srv-target-cname", "_a._tcp SRV 0 0 1 b", "b CNAME b.example.com."),
  trigger("SRV is below a DNAME", "srv-target-cname", "_a._tcp SRV 0 0 1 b.d", "d DNAME d.example.com."),
  trigger(
    "semantically identical records",
    "rr-duplicate",
    "a IPSECKEY 10 3 2 b.example.com. AQNR",
    "a IPSECKEY 10 3 2 B.example.com. AQNR",
  ),
  trigger("found SPF/SPF record but no SPF/TXT record found", "syn-obsolete-type", 'a SPF "v=spf1 -all"'),
  trigger(
    "deprecated DS algorithm",
    "ds-algorithm",
    ...["a NS ns1.example.com.", "a NS ns2.example.com.", `a DS 1 5 2 ${digest256}`],
  ),
  trigger(
    "deprecated DS digest type",
    "ds-algorithm",
    ...["a NS ns1.example.com.", "a NS ns2.example.com.", `a DS 1 13 1 ${digest}`],
  ),
  trigger("deprecated DNSKEY algorithm", "dnskey-alg-deprecated", `@ DNSKEY 257 3 5 ${rsaKey}`),
  trigger("deprecated KEY algorithm", "syn-obsolete-type", `@ KEY 257 3 5 ${rsaKey}`),
  trigger("weak exponent", "dnskey-params", `@ DNSKEY 257 3 8 ${exponent3}`),
  trigger("CDS without DNSKEY", "cds-consistency", `@ CDS 1 13 2 ${digest256}`),
  trigger("CDS digest type is deprecated", "cds-consistency", `@ CDS 1 13 1 ${digest}`),
  trigger("CDNSKEY without DNSKEY", "cds-consistency", `@ CDNSKEY 257 3 8 ${rsaKey}`),
  trigger("unsupported nsec3 hash algorithm", "nsec3-params", "@ NSEC3PARAM 2 0 0 -"),
];

/** What `named-checkzone` (BIND 9.18) looks for in a zone, one zone each. */
export const namedCheckzone: readonly Trigger[] = [...reading, ...names, ...database, ...integrity];
