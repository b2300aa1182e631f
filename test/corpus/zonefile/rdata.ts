import type { TortureCase } from "./torture-case.ts";

/** Section "rdata" of the torture list. */
export const rdata: readonly TortureCase[] = [
  { id: "adr-001", input: "a A 192.0.2\n", records: [], reports: ["5:5 error syn-wrong-rdata-kind"] },
  { id: "adr-002", input: "a A 192.0.2.256\n", records: [], reports: ["5:5 error syn-wrong-rdata-kind"] },
  { id: "adr-004", input: "a A 0xc0.0.2.1\n", records: [], reports: ["5:5 error syn-wrong-rdata-kind"] },
  { id: "adr-005", input: "a A 192.0.2.1 192.0.2.2\n", records: [], reports: ["5:15 error syn-extra-token"] },
  {
    id: "adr-007",
    input: "a AAAA 2001:db8::1::2\n",
    records: [],
    reports: ["5:8 error syn-wrong-rdata-kind"],
  },
  {
    id: "adr-008",
    input: "a AAAA 2001:db8::12345\n",
    records: [],
    reports: ["5:8 error syn-wrong-rdata-kind"],
  },
  { id: "adr-010", input: "a AAAA 192.0.2.1\n", records: [], reports: ["5:8 error syn-wrong-rdata-kind"] },
  { id: "adr-011", input: "a A 2001:db8::1\n", records: [], reports: ["5:5 error syn-wrong-rdata-kind"] },
  {
    id: "adr-013",
    input: "a NS 192.0.2.1\n",
    records: ["a.example. 3600 NS 192.0.2.1.example."],
    reports: [],
  },
  {
    id: "adr-014",
    input: "a MX 10 192.0.2.1.\n",
    records: ["a.example. 3600 MX 10 192.0.2.1."],
    reports: [],
  },
  { id: "adr-016", input: "a MX 0 .\n", records: ["a.example. 3600 MX 0 ."], reports: [] },
  { id: "adr-017", input: "a MX ns\n", records: [], reports: ["5:6 error syn-missing-rdata"] },
  { id: "adr-019", input: "a MX 010 ns\n", records: ["a.example. 3600 MX 10 ns.example."], reports: [] },
  {
    id: "adr-020",
    input: "_s._tcp SRV 0 0 0 .\n",
    records: ["_s._tcp.example. 3600 SRV 0 0 0 ."],
    reports: [],
  },
  {
    id: "adr-022",
    input: "a A 192.0.2.1;x\nb A 192.0.2.1,\n",
    records: ["a.example. 3600 A 192.0.2.1"],
    reports: ["6:5 error syn-wrong-rdata-kind"],
  },
  {
    id: "adr-023",
    input: "a AAAA 2001:db8::1/64\n",
    records: [],
    reports: ["5:8 error syn-wrong-rdata-kind"],
  },
  { id: "adr-025", input: "a 192.0.2.2\n", records: [], reports: ["5:3 error syn-unknown-type"] },
  {
    id: "adr-026",
    input: "a CNAME 192.0.2.2\n",
    records: ["a.example. 3600 CNAME 192.0.2.2.example."],
    reports: ["5:9 error syn-wrong-rdata-kind"],
  },
  { id: "adr-028", input: "a MX 10mail\n", records: [], reports: ["5:6 error syn-missing-rdata"] },
];
