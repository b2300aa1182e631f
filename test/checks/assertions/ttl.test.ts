import { judgeRows } from "./rows.ts";

const expectation = "ttl: a.acme.example\ntype: A";

judgeRows("ttl", [
  { expectation: `${expectation}\nmin: 300\nmax: 5m`, records: "a A 192.0.2.1" },
  { expectation: `${expectation}\nmax: 1h`, records: "a 7200 CNAME b\nb A 192.0.2.1" },
  {
    expectation: `${expectation}\nmax: 1h30m`,
    records: "a 7200 A 192.0.2.1",
    fails: ["a.acme.example. A: expected a TTL of at most 1 h 30 min, found 2 h", "zone:3"],
  },
  {
    expectation: `${expectation}\nmin: 1h`,
    records: "a 60 CNAME b\nb 7200 A 192.0.2.1",
    fails: ["a TTL of at least 1 h, found 1 min"],
  },
  { expectation: `${expectation}\nmin: 1h\nmax: 2h`, records: "a A 192.0.2.1", fails: ["from 1 h to 2 h"] },
  { expectation: `${expectation}\nmax: 1h`, fails: ["at least one A record"] },
]);
