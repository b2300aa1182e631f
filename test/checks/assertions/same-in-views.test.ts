import { judgeRows } from "./rows.ts";

const expectation = "same-in-views: a.acme.example";
const records = "a A 192.0.2.1\na A 192.0.2.2";

judgeRows("same-in-views", [
  { expectation, records, external: { "acme.example": "a A 192.0.2.2\na A 192.0.2.1" } },
  { expectation, records: "b TXT x", external: { "acme.example": "" } },
  {
    expectation,
    records,
    external: { "acme.example": "a A 192.0.2.1" },
    fails: [
      'a.acme.example. A in view "external": expected 192.0.2.1, 192.0.2.2, as in view "internal", found 192.0.2.1',
      "zone:3",
    ],
  },
  { expectation, records, external: { "acme.example": "" }, fails: ["found no such record"] },
  { expectation: `${expectation}\ntype: TXT`, records, external: { "acme.example": "a A 192.0.2.9" } },
  { expectation, records, fails: ["expected views to compare, found zones in default only"] },
  {
    expectation: `${expectation}\nviews: [internal, extrenal]`,
    records,
    external: { "acme.example": records },
    fails: ['expected views to compare, found no zone in view "extrenal"'],
  },
]);
