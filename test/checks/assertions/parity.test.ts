import { judgeRows } from "./rows.ts";

const expectation = "parity: sto.acme.example\nwith: lon.acme.example";
const sto = "web.sto A 10.1.0.1\n_x._tcp.sto SRV 0 0 1 web.sto\n";
const lon = "web.lon A 10.2.0.1\n_x._tcp.lon SRV 0 0 1 web.lon\n";

judgeRows("parity", [
  { expectation, records: sto + lon },
  {
    expectation,
    records: `${sto}db.sto A 10.1.0.2\n${lon}`,
    fails: [
      "db.lon.acme.example. A: expected A records, as db.sto.acme.example. has, found no such record",
      "nearest: ",
    ],
  },
  {
    expectation,
    records: `${sto}${lon}db.lon A 10.1.0.2`,
    fails: ["db.sto.acme.example. A: expected A records, as db.lon.acme.example. has"],
  },
  { expectation: `${expectation}\none-way: true`, records: `${sto}${lon}db.lon A 10.1.0.2` },
  { expectation: `${expectation}\nexcept: ["db*"]`, records: `${sto}${lon}db1.lon A 10.1.0.2` },
  { expectation: `${expectation}\ntypes: SRV`, records: `${sto}${lon}db.lon A 10.1.0.2` },
  {
    expectation,
    records: `${sto}${lon}web.lon AAAA 2001:db8::1`,
    fails: ["web.sto.acme.example. AAAA", "found the name, but no AAAA record"],
  },
  { expectation, records: `${sto}${lon}sto TXT x\nlon TXT y` },
  {
    expectation,
    records: sto,
    zones: { "lon.acme.example": "@ NS ns\nweb A 10.2.0.1\n_x._tcp SRV 0 0 1 web" },
  },
  {
    expectation,
    records: "a A 192.0.2.1",
    fails: [
      ["sto.acme.example.: expected names to compare, found none"],
      ["lon.acme.example.: expected names to compare, found none"],
    ],
  },
]);
