import { judgeRows } from "./rows.ts";

judgeRows("nxdomain", [
  { expectation: "nxdomain: gone.acme.example", records: "a A 192.0.2.1" },
  {
    expectation: "nxdomain: a.acme.example",
    records: "a A 192.0.2.1",
    fails: ["a.acme.example.: expected no such name, found 1 A record", "zones/acme.example.zone:3"],
  },
  {
    expectation: "nxdomain: a.acme.example",
    records: 'a TXT "x"',
    fails: ["found the name, but no A record", "zones/acme.example.zone:3"],
  },
  { expectation: "nxdomain: a.acme.example", records: "* A 192.0.2.1", fails: ["found 1 A record"] },
  {
    expectation: "nxdomain: a.acme.example",
    records: "a CNAME gone",
    fails: ["found an alias to gone.acme.example., which does not exist"],
  },
  {
    expectation: "nxdomain: a.elsewhere.test",
    records: "a A 192.0.2.1",
    fails: ["found a name outside the repository's zones"],
  },
]);
