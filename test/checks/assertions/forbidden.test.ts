import { judgeRows } from "./rows.ts";

judgeRows("forbidden", [
  { expectation: 'forbidden: "*.test.acme.example"', records: "test A 192.0.2.1\na.b.test A 192.0.2.1" },
  {
    expectation: 'forbidden: "*.test.acme.example"',
    records: "a A 192.0.2.1\nx.test TXT x",
    fails: ["x.test.acme.example. TXT: expected no name like *.test.acme.example", "zone:4"],
  },
  {
    expectation: 'forbidden: ["**.test.acme.example", "tmp-*.acme.example"]\nexcept: ci.test.acme.example',
    records: "ci.test A 192.0.2.1\na.b.test A 192.0.2.1\ntmp-x NS ns.elsewhere.test.",
    fails: [["a.b.test.acme.example. A"], ["tmp-x.acme.example. NS", "zone:5"]],
  },
  { expectation: "forbidden: wpad.acme.example", records: "a A 192.0.2.1" },
  {
    expectation: "forbidden: wpad.acme.example",
    records: "* A 192.0.2.1",
    fails: ["wpad.acme.example: expected no such name, found 1 A record"],
  },
]);
