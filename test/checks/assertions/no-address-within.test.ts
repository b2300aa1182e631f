import { judgeRows } from "./rows.ts";

const expectation = "no-address-within: [10.9.0.0/16, 2001:db8:9::/48]";

judgeRows("no-address-within", [
  {
    expectation,
    records:
      'a A 10.8.0.1\na AAAA 2001:db8:8::1\na HTTPS 1 . ipv4hint=10.8.0.1\n@ TXT "v=spf1 ip4:10.8.0.0/16 -all"',
  },
  {
    expectation,
    records: "a A 10.9.255.1",
    fails: [
      "a.acme.example. A: expected no A record to point into 10.9.0.0/16, 2001:db8:9::/48, found 10.9.255.1",
      "zone:3",
    ],
  },
  { expectation, records: "a AAAA 2001:db8:9::1", fails: ["found 2001:db8:9::1"] },
  {
    expectation,
    records: "a HTTPS 1 . ipv4hint=10.8.0.1,10.9.0.1",
    fails: ["no HTTPS record", "found 10.9.0.1"],
  },
  { expectation, records: "a SVCB 1 . ipv6hint=2001:db8:9::1", fails: ["no SVCB record"] },
  {
    expectation,
    records: '@ TXT "v=spf1 ip4:10.9.1.0/24 -all"',
    fails: ["no TXT record", "found 10.9.1.0/24"],
  },
  { expectation, records: '@ TXT "v=spf1 +ip4:10.0.0.0/8 -all"', fails: ["found 10.0.0.0/8"] },
  { expectation, records: '@ TXT "v=spf1 ip6:2001:db8:9::7 -all"', fails: ["found 2001:db8:9::7"] },
  { expectation, records: '@ TXT "ip4:10.9.1.0/24" "v=spf10 ip4:10.9.0.1"' },
  { expectation: `${expectation}\nexcept: "*.old.acme.example"`, records: "a.old A 10.9.0.1" },
  // Glue leads there as well.
  { expectation, records: "sub NS ns.sub\nns.sub A 10.9.0.1", fails: ["ns.sub.acme.example. A"] },
]);
