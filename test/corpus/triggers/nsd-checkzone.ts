import { HEAD, type Trigger, trigger, whole, ZONE_FILE } from "./trigger.ts";

const soa = "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h";

/** Eleven files deep: one more than NSD follows. */
const deep = Object.fromEntries(
  Array.from({ length: 12 }, (_, depth) => [`${depth}.inc`, `$INCLUDE ${depth + 1}.inc\n`]),
);

/** What `nsd-checkzone` (4.6) looks for in a zone, one zone each. */
export const nsdCheckzone: readonly Trigger[] = [
  trigger("syntax error", "syn-missing-rdata", "a MX"),
  trigger("only class IN is supported", "syn-class-mismatch", "a CH A 192.0.2.1"),
  whole("SOA record with invalid domain name", "soa-not-apex", HEAD.replace("@ SOA", "a SOA")),
  trigger("this SOA record was already encountered", "soa-multiple", soa.replace(" 1 4h", " 2 4h")),
  whole("zone configured as '.' has no SOA record", "soa-missing", HEAD.replace(/@ SOA.*\n/, "")),
  trigger("out of zone data", "name-out-of-zone", "a.example.net. A 192.0.2.1"),
  trigger(
    "CNAME and other data at the same name",
    "cname-and-other-data",
    "a TXT x",
    "a CNAME b.example.com.",
  ),
  trigger(
    "DNAME and CNAME at the same name",
    "dname-and-cname",
    "a DNAME b.example.com.",
    "a CNAME b.example.com.",
  ),
  trigger(
    "multiple CNAMEs at the same name",
    "cname-multiple",
    "a CNAME b.example.com.",
    "a CNAME c.example.com.",
  ),
  trigger(
    "multiple DNAMEs at the same name",
    "dname-multiple",
    "a DNAME b.example.com.",
    "a DNAME c.example.com.",
  ),
  trigger("DNAME has data below it", "occluded-below-dname", "a DNAME b.example.com.", "c.a TXT x"),
  trigger("TTL does not match the TTL of the RRset", "ttl-rrset-mismatch", "a 60 TXT x", "a 70 TXT y"),
  trigger("SSHFP of type SHA1 has hash of wrong length", "syn-wrong-rdata-kind", "a SSHFP 1 1 aabb"),
  trigger("SSHFP of type SHA256 has hash of wrong length", "syn-wrong-rdata-kind", "a SSHFP 1 2 aabb"),
  trigger("MD is obsolete", "syn-obsolete-type", "a MD mail.example.com."),
  trigger("MF is obsolete", "syn-obsolete-type", "a MF mail.example.com."),
  trigger("MB is obsolete", "syn-obsolete-type", "a MB mail.example.com."),
  trigger("Unknown directive", "syn-unknown-directive", "$ORIGN a.example.org."),
  trigger(
    "$ORIGIN directive requires absolute domain name",
    "dir-origin-relative",
    "$ORIGIN a",
    "b A 192.0.2.1",
  ),
  trigger("Duplicate key found", "syn-wrong-rdata-kind", "a HTTPS 1 . port=1 port=2"),
  trigger("mandatory key is not there", "syn-wrong-rdata-kind", "a HTTPS 1 . mandatory=alpn"),
  whole("includes nested too deep", "dir-include-cycle", `${HEAD}$INCLUDE ${ZONE_FILE}\n`),
  whole("includes nested too deep, in files that end", "dir-include-cycle", `${HEAD}$INCLUDE 0.inc\n`, {
    includes: { ...deep, "12.inc": "a A 192.0.2.1\n" },
  }),
];
