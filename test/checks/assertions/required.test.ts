import { judgeRows } from "./rows.ts";

const records = "db1 A 192.0.2.1\ndb2 A 192.0.2.2\nntp TXT x";

judgeRows("required", [
  { expectation: 'required: [ntp.acme.example, "db*.acme.example"]', records },
  { expectation: 'required: "db*.acme.example"\ntype: A\nmin: 2', records },
  {
    expectation: 'required: "db*.acme.example"\ntype: A\nmin: 3',
    records,
    fails: ["db*.acme.example: expected at least 3 names like db*.acme.example with A records, found 2"],
  },
  {
    expectation: 'required: "n*.acme.example"\ntype: A',
    records,
    fails: ["expected at least 1 name like n*.acme.example with A records, found 0"],
  },
  {
    expectation: "required: ntp.acme.example\ntype: A",
    records,
    fails: ["ntp.acme.example. A: expected at least one A record, found the name, but no A record"],
  },
  {
    expectation: "required: [db1.acme.example, db3.acme.example]",
    records,
    fails: [
      "db3.acme.example.: expected the name to exist, found no such record",
      "nearest: db1.acme.example. A",
    ],
  },
]);
