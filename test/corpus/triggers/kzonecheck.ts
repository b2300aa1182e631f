import { type Trigger, trigger, whole } from "./trigger.ts";

const soa = "@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h";
const delegation = ["a NS ns1.example.com.", "a NS ns2.example.com."];
const digest256 = "ab".repeat(32);

/**
 * What `kzonecheck` (Knot DNS 3.2) looks for in an unsigned zone, by the codes of its source, one zone each. What it looks
 * for in signed zones is in signed.ts.
 */
export const kzonecheck: readonly Trigger[] = [
  whole("SOA_NONE", "soa-missing", "$TTL 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n"),
  trigger("CNAME_EXTRA_RECORDS", "cname-and-other-data", "a CNAME b.example.com.", "a A 192.0.2.1"),
  trigger("CNAME_MULTIPLE", "cname-multiple", "a CNAME b.example.com.", "a CNAME c.example.com."),
  trigger("DNAME_CHILDREN", "occluded-below-dname", "a DNAME b.example.com.", "c.a A 192.0.2.1"),
  trigger("DNAME_MULTIPLE", "dname-multiple", "a DNAME b.example.com.", "a DNAME c.example.com."),
  trigger("DNAME_EXTRA_NS", "dname-and-ns", "a DNAME b.example.com.", ...delegation),
  whole("NS_APEX", "ns-none-apex", `$TTL 1h\n${soa}\n`),
  trigger("NS_GLUE", "ns-missing-glue", "a NS ns1.a", "a NS ns1.example.com."),
  trigger("NS_GLUE of the apex", "ns-target-no-address", "@ NS ns1"),
  trigger("DS_RDATA_ALG", "ds-algorithm", ...delegation, `a DS 1 13 99 ${digest256}`),
  trigger("DS_RDATA_DIGLEN", "syn-wrong-rdata-kind", ...delegation, "a DS 1 13 2 abab"),
  trigger("TTL mismatch", "ttl-rrset-mismatch", "a 60 A 192.0.2.1", "a 70 A 192.0.2.2"),
  trigger("ignoring out-of-zone data", "name-out-of-zone", "a.example.net. A 192.0.2.1"),
  trigger("$ORIGIN that is relative", "dir-origin-relative", "$ORIGIN a", "b A 192.0.2.1"),
  trigger("lines that end in CRLF", "enc-crlf", "a A 192.0.2.1\r"),
];
