import { HEAD, type Trigger, trigger, whole } from "./trigger.ts";

const rsaKey = "AwEAAaetidLzsKWUt4swWR8yu0wPHPiUi8LUsAD0QPWU+wzt89epO6tHzkMBVDkC7qphQO2hTY4hHn9npWFRw5BYubE=";
const zeroModulus =
  "AwEAAQCtidLzsKWUt4swWR8yu0wPHPiUi8LUsAD0QPWU+wzt89epO6tHzkMBVDkC7qphQO2hTY4hHn9npWFRw5BYubE=";
const delegation = ["a NS ns1.example.com.", "a NS ns2.example.com."];

/** Data that is out of its range or shape, type by type. */
const data: readonly Trigger[] = [
  trigger("degrees latitude not in the range 0..90", "syn-number-range", "a LOC 91 0 0 N 1 0 0 E 0m"),
  trigger("minutes longitude not in the range 0..59", "syn-number-range", "a LOC 1 0 0 N 1 60 0 E 0m"),
  trigger("altitude is out of supported range", "syn-wrong-rdata-kind", "a LOC 1 0 0 N 1 0 0 E 42849673m"),
  trigger("latitude: N or S is expected", "syn-wrong-rdata-kind", "a LOC 1 0 0 X 1 0 0 E 0m"),
  trigger(
    "bad certificate usage field",
    "tlsa-params",
    `_1._tcp.a TLSA 4 1 1 ${"ab".repeat(32)}`,
    "a A 192.0.2.1",
  ),
  trigger("bad selector field", "tlsa-params", `_1._tcp.a TLSA 3 2 1 ${"ab".repeat(32)}`, "a A 192.0.2.1"),
  trigger(
    "bad matching type field",
    "tlsa-params",
    `_1._tcp.a TLSA 3 1 3 ${"ab".repeat(32)}`,
    "a A 192.0.2.1",
  ),
  trigger("bad SHA-256 hash length", "tlsa-params", "_1._tcp.a TLSA 3 1 1 abab", "a A 192.0.2.1"),
  trigger("bad SHA-512 hash length", "tlsa-params", "_1._tcp.a TLSA 3 1 2 abab", "a A 192.0.2.1"),
  trigger("not a proper prefixed DNS domain name", "tlsa-owner", `a TLSA 3 1 1 ${"ab".repeat(32)}`),
  trigger("wrong SHA-1 fingerprint length", "syn-wrong-rdata-kind", "a SSHFP 1 1 abab"),
  trigger("wrong SHA-256 fingerprint length", "syn-wrong-rdata-kind", "a SSHFP 1 2 abab"),
  trigger("unsupported fp_type", "sshfp-params", "a SSHFP 1 9 abab"),
  trigger("unsupported algorithm of SSHFP", "sshfp-params", `a SSHFP 9 1 ${"ab".repeat(20)}`),
  trigger("flags contains illegal characters", "naptr-regexp", 'a NAPTR 1 1 "!" "E2U+sip" "" b.example.com.'),
  trigger("certificate type is reserved by IANA", "cert-type", "a CERT 0 1 8 abcd"),
  trigger("certificate type is unassigned", "cert-type", "a CERT 100 1 8 abcd"),
  trigger("LP points to itself", "ilnp-lp-self", "a LP 10 a"),
  trigger("gateway type is not valid", "syn-number-range", "a IPSECKEY 10 9 2 . AQNR"),
  trigger(
    'gateway must be "." for gateway type 0',
    "syn-wrong-rdata-kind",
    "a IPSECKEY 10 0 2 gw.example.com. AQNR",
  ),
  trigger("bad wildcard", "wildcard-nonterminal", "a.*.b A 192.0.2.1"),
  trigger("NS data contains '/'", "url-or-port-in-name", "a NS b/c.example.com.", "a NS ns1.example.com."),
  trigger("host name contains '/'", "hostname-chars", "a/b A 192.0.2.1"),
  trigger("literal @ is not all by itself", "target-at-sign", "a CNAME b@example.com."),
  trigger("host name starts with a hyphen", "hostname-hyphen", "-a A 192.0.2.1"),
  trigger("PSDN-address contains non-digits", "syn-wrong-rdata-kind", "a X25 abc"),
  trigger("PSDN-address too short", "syn-wrong-rdata-kind", "a X25 123"),
];

/** The zone as a whole, and its policies (`-p all`). */
const policies: readonly Trigger[] = [
  whole("the first record in the zone must be an SOA record", "soa-not-first", swapped(HEAD)),
  trigger(
    "there could only be one SOA in a zone",
    "soa-multiple",
    "@ SOA ns1.example.com. hm.example.com. 2 4h 1h 14d 1h",
  ),
  trigger("does not belong to zone", "name-out-of-zone", "a.example.net. A 192.0.2.1"),
  trigger("TTL values differ within an RR set", "ttl-rrset-mismatch", "a 60 A 192.0.2.1", "a 70 A 192.0.2.2"),
  whole("serial is out of range", "soa-serial-overflow", HEAD.replace(" 1 4h", " 20260101000001 4h")),
  whole("no ttl specified; using SOA MINTTL", "ttl-missing", HEAD.replace("$TTL 1h\n", "")),
  whole("single-ns", "ns-single", HEAD.replace("@ NS ns2.example.com.\n", "")),
  trigger("single-ns of a delegation", "ns-single", "a NS ns1.example.com."),
  trigger("cname-other-data", "cname-and-other-data", "a CNAME b.example.com.", "a A 192.0.2.1"),
  trigger("dname", "occluded-below-dname", "a DNAME b.example.com.", "c.a A 192.0.2.1"),
  trigger("nsec3param-not-apex", "nsec3param-not-apex", "a NSEC3PARAM 1 0 0 -"),
  trigger("mx-alias", "mx-target-cname", "a MX 10 b", "b CNAME b.example.com."),
  trigger("ns-alias", "ns-target-cname", "a NS b", "a NS ns1.example.com.", "b CNAME b.example.com."),
  trigger("rp-txt-exists", "rp-txt-exists", "a RP b.example.com. c"),
  trigger("tlsa-host", "tlsa-owner", `a TLSA 3 1 1 ${"ab".repeat(32)}`),
];

/** Records of signed zones that are wrong by themselves. */
const keys: readonly Trigger[] = [
  trigger("bad protocol value", "dnskey-params", `@ DNSKEY 257 2 8 ${rsaKey}`),
  trigger("reserved flags bits are set", "dnskey-params", `@ DNSKEY 259 3 8 ${rsaKey}`),
  trigger("SEP bit is set but Zone Key bit is unset", "dnskey-params", `@ DNSKEY 1 3 8 ${rsaKey}`),
  trigger("bad or unsupported algorithm of a key", "dnskey-params", `@ DNSKEY 257 3 200 ${rsaKey}`),
  trigger("leading zero octets in key modulus", "dnskey-params", `@ DNSKEY 257 3 8 ${zeroModulus}`),
  trigger("leading zero octets in public key exponent", "dnskey-params", `@ DNSKEY 257 3 8 AwAAAa2J`),
  trigger("public key is too short", "dnskey-params", "@ DNSKEY 257 3 8 Aw=="),
  trigger("bad or unsupported digest type", "ds-algorithm", ...delegation, `a DS 1 8 99 ${"ab".repeat(32)}`),
  trigger("wrong SHA-1 digest length", "syn-wrong-rdata-kind", ...delegation, "a DS 1 8 1 abab"),
  trigger("wrong SHA-256 digest length", "syn-wrong-rdata-kind", ...delegation, "a DS 1 8 2 abab"),
  trigger("wrong SHA-384 digest length", "syn-wrong-rdata-kind", ...delegation, "a DS 1 8 4 abab"),
  trigger("flags is supposed to be 0 for NSEC3PARAM", "nsec3-params", "@ NSEC3PARAM 1 1 0 -"),
  trigger("unrecognized or unsupported hash algorithm", "nsec3-params", "@ NSEC3PARAM 2 0 0 -"),
];

/** What `validns` (0.8) looks for in a zone, one zone each; what it finds in signed zones is in signed.ts. */
export const validns: readonly Trigger[] = [...data, ...policies, ...keys];

/** The zone with its SOA after the NS records. */
function swapped(text: string): string {
  const [ttl, soa, ...rest] = text.trimEnd().split("\n");
  return `${[ttl, ...rest, soa].join("\n")}\n`;
}
