import { judgeRows } from "./rows.ts";

const expectation = "svcb: _dns.acme.example";

judgeRows("svcb", [
  { expectation, records: "_dns SVCB 1 dns" },
  {
    expectation,
    fails: ["_dns.acme.example. SVCB: expected at least one SVCB record, found no such record"],
  },
  {
    expectation: `${expectation}\ntargets: { port: 853, within: 192.0.2.0/24 }`,
    records: "_dns SVCB 1 dns alpn=dot port=853 ipv4hint=192.0.2.1\ndns A 192.0.2.1",
  },
  {
    expectation: `${expectation}\ntargets: { port: 853 }`,
    records: "_dns SVCB 1 dns alpn=dot\ndns A 192.0.2.1",
    fails: ["expected port 853 for dns.acme.example., found no port", "zone:3"],
  },
  {
    expectation: `${expectation}\ntargets: { within: 192.0.2.0/24 }`,
    records: "_dns SVCB 1 dns ipv4hint=192.0.2.1,10.0.0.1\ndns A 192.0.2.1",
    fails: ["every address hint within 192.0.2.0/24, found 10.0.0.1", "zone:3"],
  },
  { expectation: `${expectation}\ntargets: {}`, records: "_dns SVCB 1 .\n_dns A 192.0.2.1" },
  {
    expectation: `${expectation}\ntargets: {}`,
    records: "_dns SVCB 0 dns",
    fails: ["its target dns.acme.example. to have A or AAAA"],
  },
]);
