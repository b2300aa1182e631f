import { judgeRows } from "./rows.ts";

const expectation = "ns: acme.example";
const records = "@ NS ns1\n@ NS ns2\nns1 A 192.0.2.1\nns2 A 198.51.100.1";

judgeRows("ns", [
  { expectation, records },
  { expectation, records: "a A 192.0.2.1", fails: ["acme.example. NS: expected at least one NS record"] },
  { expectation: `${expectation}\ntargets: { min: 2 }`, records },
  {
    expectation: `${expectation}\ntargets: { min: 3 }`,
    records,
    fails: ["at least 3 distinct addresses of type A or AAAA, found 2 A, 0 AAAA"],
  },
  {
    expectation: `${expectation}\ntargets: {}`,
    records: "@ NS ns1",
    fails: ["its target ns1.acme.example. to have A or AAAA, found no such record"],
  },
  {
    expectation: `${expectation}\ntargets: {}`,
    records: "@ NS ns.elsewhere.test.",
    fails: ["its target ns.elsewhere.test. to have A or AAAA, found a name outside the repository's zones"],
  },
  { expectation: `${expectation}\ntargets: { external: ok }`, records: "@ NS ns.elsewhere.test." },
  {
    expectation: `${expectation}\ntargets: { external: ok }`,
    records: "@ NS gone",
    fails: ["its target gone.acme.example. to have A or AAAA"],
  },
  { expectation: `${expectation}\ntargets: { spread: { over: [192.0.2.0/24, 198.51.100.0/24] } }`, records },
  {
    expectation: `${expectation}\ntargets: { spread: { over: [192.0.2.0/24, [203.0.113.0/24, 2001:db8::/32]] } }`,
    records,
    fails: [
      "targets in at least 2 of 192.0.2.0/24, 203.0.113.0/24 or 2001:db8::/32",
      "found 1: none in 203.0.113.0/24 or 2001:db8::/32",
    ],
  },
  {
    expectation: `${expectation}\ntargets: { spread: { over: [192.0.2.0/24, 203.0.113.0/24], min: 1 } }`,
    records,
  },
]);
