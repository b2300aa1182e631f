import { judgeRows } from "./rows.ts";

const expectation = "nodata: a.acme.example\ntype: AAAA";

judgeRows("nodata", [
  { expectation, records: "a A 192.0.2.1" },
  { expectation, records: "a CNAME b\nb A 192.0.2.1" },
  { expectation, records: "b.a A 192.0.2.1" },
  {
    expectation,
    records: "a AAAA 2001:db8::1",
    fails: ["a.acme.example. AAAA: expected the name, and no AAAA record, found 1 AAAA record", "zone:3"],
  },
  { expectation, records: "b A 192.0.2.1", fails: ["found no such record"] },
  { expectation: "nodata: a.elsewhere.test\ntype: A", fails: ["outside the repository's zones"] },
]);
