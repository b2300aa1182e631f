import { judgeRows } from "./rows.ts";

judgeRows("mx", [
  {
    expectation: "mx: acme.example\ntargets: { min: 2, resolve: A }",
    records: "@ MX 1 a\n@ MX 2 b\na A 192.0.2.1\nb A 192.0.2.2",
  },
  {
    expectation: "mx: acme.example",
    records: "a A 192.0.2.1",
    fails: ["acme.example. MX: expected at least one MX record"],
  },
  {
    expectation: "mx: acme.example\ntargets: {}",
    records: "@ MX 1 a",
    fails: ["its target a.acme.example. to have A or AAAA"],
  },
]);
