import { judgeRows } from "./rows.ts";

const names = "a A 10.1.0.1\nb A 10.1.0.2\nc AAAA 2001:db8::1";
const zones = (ptrs: string) => ({ "10.in-addr.arpa": ptrs });

judgeRows("reverse", [
  { expectation: "reverse: 10.in-addr.arpa", records: names, zones: zones("1.0.1 PTR a.acme.example.") },
  {
    expectation: "reverse: 10.1.0.0/16",
    records: names,
    zones: zones("1.0.1 PTR a.acme.example.\n1.0.2 PTR nobody.acme.example."),
  },
  {
    expectation: "reverse: 10.1.0.0/31",
    records: names,
    zones: zones("1.0.1 PTR a.acme.example.\n2.0.1 PTR nobody.acme.example."),
  },
  {
    expectation: "reverse: 10.0.0.0/8",
    records: names,
    zones: zones("1.0.1 PTR a.acme.example.\n2.0.1 PTR a.acme.example.\n3.0.1 PTR gone.acme.example."),
    fails: [
      [
        "2.0.1.10.in-addr.arpa. PTR: expected its target a.acme.example. to have the address 10.1.0.2, found 10.1.0.1",
        "zones/10.in-addr.arpa.zone:4",
      ],
      ["3.0.1.10.in-addr.arpa. PTR: expected its target gone.acme.example.", "found no such record"],
    ],
  },
  {
    expectation: "reverse: 10.1.0.0/16",
    zones: zones("1.0.1 PTR a.elsewhere.test."),
    fails: ["found a name outside the repository's zones"],
  },
  {
    expectation: "reverse: 10.1.0.0/16\nexternal: ok",
    zones: zones("1.0.1 PTR a.elsewhere.test."),
  },
  {
    expectation: "reverse: 2001:db8::/32",
    records: names,
    zones: {
      "8.b.d.0.1.0.0.2.ip6.arpa": "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR c.acme.example.",
    },
  },
  {
    expectation: "reverse: 10.1.0.0/16",
    records: names,
    zones: zones("1.0.1 CNAME 1.low.0.1\n1.low.0.1 PTR a.acme.example."),
  },
  {
    expectation: "reverse: 10.1.0.0/16",
    records: names,
    zones: zones("1.0.1 CNAME 1.low.0.1"),
    fails: [
      "1.0.1.10.in-addr.arpa. PTR: expected a PTR record, found an alias to 1.low.0.1.10.in-addr.arpa.",
    ],
  },
  {
    expectation: "reverse: 10.9.0.0/16",
    zones: zones("1.0.1 PTR a.acme.example."),
    fails: ["9.10.in-addr.arpa. PTR: expected at least one PTR record of an address, found none"],
  },
]);
