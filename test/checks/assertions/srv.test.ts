import { judgeRows } from "./rows.ts";

const srv = "srv: _x._tcp.acme.example\n";
const two = "_x._tcp SRV 0 0 80 a\n_x._tcp SRV 0 0 80 b\n";

judgeRows("srv", [
  { expectation: srv, records: two },
  {
    expectation: srv,
    records: "a A 192.0.2.1",
    fails: ["_x._tcp.acme.example. SRV", "found no such record"],
  },
  { expectation: `${srv}targets: { min: 2 }`, records: `${two}a A 192.0.2.1\nb A 192.0.2.2` },
  {
    expectation: `${srv}targets: { min: 2 }`,
    records: `${two}a A 192.0.2.1\nb A 192.0.2.1`,
    fails: [
      "at least 2 distinct addresses of type A or AAAA, found 1 A, 0 AAAA",
      "zones/acme.example.zone:3",
    ],
  },
  {
    expectation: `${srv}targets: { min: 2, resolve: A }`,
    records: "_x._tcp SRV 0 0 80 a\na A 192.0.2.1\na AAAA 2001:db8::1",
    fails: ["at least 2 distinct addresses of type A, found 1 A"],
  },
  {
    expectation: `${srv}targets: {}`,
    records: `${two}a A 192.0.2.1`,
    fails: [
      "its target b.acme.example. to have A or AAAA",
      "found no such record",
      "the record is at zones/acme.example.zone:4",
    ],
  },
  {
    expectation: `${srv}targets: { resolve: { all-of: [A, AAAA] } }`,
    records: "_x._tcp SRV 0 0 80 a\na A 192.0.2.1",
    fails: ["a.acme.example. to have AAAA, found the name, but no AAAA record"],
  },
  {
    expectation: `${srv}targets: { resolve: { any-of: [A, AAAA] } }`,
    records: "_x._tcp SRV 0 0 80 a\na AAAA 2001:db8::1",
  },
  {
    expectation: `${srv}targets: { within: [10.1.0.0/16, 2001:db8::/32] }`,
    records: "_x._tcp SRV 0 0 80 a\na A 10.1.255.255\na AAAA 2001:db8:ffff::1",
  },
  {
    expectation: `${srv}targets: { within: 10.1.0.0/16 }`,
    records: "_x._tcp SRV 0 0 80 a\na A 10.1.0.1\na A 10.2.0.1",
    fails: [
      "every address of a.acme.example. within 10.1.0.0/16, found 10.2.0.1",
      "zones/acme.example.zone:5",
    ],
  },
  {
    expectation: `${srv}targets: { port: 443 }`,
    records: "_x._tcp SRV 0 0 443 a\n_x._tcp SRV 0 0 80 b\na A 192.0.2.1\nb A 192.0.2.1",
    fails: ["expected port 443 for b.acme.example., found port 80", "zones/acme.example.zone:4"],
  },
  {
    expectation: `${srv}targets: {}`,
    records: "_x._tcp SRV 0 0 0 .",
    fails: ["its target . to have A or AAAA, found the target that says there is no such service"],
  },
  {
    expectation: `${srv}targets: {}`,
    records: "_x._tcp SRV 0 0 80 a.elsewhere.test.",
    fails: ["found a name outside the repository's zones"],
  },
]);
