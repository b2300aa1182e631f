import { judgeRows } from "./rows.ts";

const expectation = "differs-in-views: a.acme.example";
const records = "a A 10.0.0.1";

judgeRows("differs-in-views", [
  { expectation, records, external: { "acme.example": "a A 192.0.2.1" } },
  { expectation, records, external: { "acme.example": "" } },
  {
    expectation,
    records,
    external: { "acme.example": records },
    fails: [
      'a.acme.example. A in view "external": expected another answer than in view "internal", found 10.0.0.1',
      "zone:3",
    ],
  },
  { expectation, external: { "acme.example": "" }, fails: ["found no such record"] },
  { expectation, records, fails: ["expected views to compare"] },
]);
