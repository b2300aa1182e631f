import { judgeRows } from "./rows.ts";

const records = "a.lab A 192.0.2.1\nb.lab A 192.0.2.2\nx.c.lab TXT x\ndb1 A 192.0.2.3\ndb2 A 192.0.2.4";
const ptr = (set: string, more = "") => `every: ${set}\n${more}expect: { ttl: "{name}", type: A, max: 5m }`;

judgeRows("every", [
  { expectation: ptr('"*.lab.acme.example"'), records },
  { expectation: ptr('"db?.acme.example"'), records },
  { expectation: ptr('"**.acme.example"', "type: A\n"), records },
  { expectation: ptr("[db1.acme.example, db2.acme.example]"), records },
  {
    expectation: ptr('"**.lab.acme.example"'),
    records,
    fails: ["x.c.lab.acme.example. A: expected at least one A record, found the name, but no A record"],
  },
  { expectation: ptr('"**.lab.acme.example"', "except: x.c.lab.acme.example\n"), records },
  {
    expectation: ptr("[db1.acme.example, db3.acme.example]"),
    records,
    fails: ["db3.acme.example. A: expected at least one A record, found no such record"],
  },
  {
    expectation: ptr('"*.lab.acme.example"'),
    records: "a.lab 600 A 192.0.2.1\nb.lab 600 A 192.0.2.1",
    fails: [["a.lab.acme.example. A: expected a TTL"], ["b.lab.acme.example. A: expected a TTL"]],
  },
  {
    expectation: ptr('"*.prod.acme.example"'),
    records,
    fails: ["*.prod.acme.example: expected at least one name like it, found none"],
  },
  {
    expectation:
      'every: "*.lab.acme.example"\nexpect:\n  - { resolves: "{name}", type: TXT, equals: "host {name.label} of {name.parent} {{x}}" }',
    records: 'a.lab TXT "host a of lab.acme.example {x}"',
  },
  // Names that somebody else answers for are not in the set.
  {
    expectation: ptr('"**.acme.example"', "type: A\n"),
    records: "a A 192.0.2.1\nb NS ns.b\nns.b 9000 A 192.0.2.1",
  },
  {
    expectation: ptr('"**.acme.example"', "type: A\n"),
    records: "a A 192.0.2.1\nx.sub 9000 A 192.0.2.1",
    zones: { "sub.acme.example": "y 7200 A 192.0.2.1" },
    fails: ["y.sub.acme.example. A: expected a TTL"],
  },
]);
