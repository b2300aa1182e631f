import type { TortureCase } from "./torture-case.ts";

/** Section "soa" of the torture list. */
export const soa: readonly TortureCase[] = [
  {
    id: "soa-001",
    bare: true,
    input: "$TTL 1h\n@ SOA ns hm (\n 2024010101 ; serial\n 1h 15m 1W 5M )\n@ NS ns\nns A 192.0.2.1\n",
    records: [
      "example. 3600 SOA ns.example. hm.example. 2024010101 3600 900 604800 300",
      "example. 3600 NS ns.example.",
      "ns.example. 3600 A 192.0.2.1",
    ],
    reports: [],
  },
  {
    id: "soa-003",
    bare: true,
    input: "$TTL 1h\n@ SOA ns hm 1h 1 1 1 1\n@ NS ns\nns A 192.0.2.1\n",
    records: ["example. 3600 NS ns.example.", "ns.example. 3600 A 192.0.2.1"],
    reports: ["2:13 error syn-wrong-rdata-kind"],
  },
  {
    id: "soa-004",
    bare: true,
    input: "$TTL 1h\n@ SOA ns first\\.last.example. 1 1 1 1 1\n@ NS ns\nns A 192.0.2.1\n",
    records: [
      "example. 3600 SOA ns.example. first\\.last.example. 1 1 1 1 1",
      "example. 3600 NS ns.example.",
      "ns.example. 3600 A 192.0.2.1",
    ],
    reports: [],
  },
  {
    id: "soa-006",
    bare: true,
    input: "$TTL 1h\n@ SOA ns hm 1 1 1 1\n@ NS ns\nns A 192.0.2.1\n",
    records: ["example. 3600 NS ns.example.", "ns.example. 3600 A 192.0.2.1"],
    reports: ["2:20 error soa-field-count"],
  },
  {
    id: "soa-007",
    input: "@ SOA ns hm 2 3600 900 604800 300\n",
    records: [],
    reports: ["5:3 error soa-multiple"],
  },
  {
    id: "soa-009",
    input: "sub SOA ns hm 1 3600 900 604800 300\n",
    records: [],
    reports: ["5:5 error soa-not-apex"],
  },
  {
    id: "soa-010",
    bare: true,
    input: "$TTL 1h\n@ NS ns\nns A 192.0.2.1\n@ SOA ns hm 1 1 1 1 1\n",
    records: [
      "example. 3600 NS ns.example.",
      "ns.example. 3600 A 192.0.2.1",
      "example. 3600 SOA ns.example. hm.example. 1 1 1 1 1",
    ],
    reports: [],
  },
  {
    id: "soa-012",
    bare: true,
    input: "$TTL 1h\n@ SOA ns hm 2024-01-01 1 1 1 1\n@ NS ns\nns A 192.0.2.1\n",
    records: ["example. 3600 NS ns.example.", "ns.example. 3600 A 192.0.2.1"],
    reports: ["2:13 error syn-wrong-rdata-kind"],
  },
  {
    id: "soa-013",
    bare: true,
    input: "$TTL 1h\n@ SOA ns hm 2147483648 2147483648 1 1 1\n@ NS ns\nns A 192.0.2.1\n",
    records: [
      "example. 3600 SOA ns.example. hm.example. 2147483648 2147483648 1 1 1",
      "example. 3600 NS ns.example.",
      "ns.example. 3600 A 192.0.2.1",
    ],
    reports: [],
  },
  {
    id: "soa-015",
    bare: true,
    input: "$TTL 1h\n@ SOA ns hm ( 1 ; serial\n 1 ; ) refresh\n 1 1 1 )\n@ NS ns\nns A 192.0.2.1\n",
    records: [
      "example. 3600 SOA ns.example. hm.example. 1 1 1 1 1",
      "example. 3600 NS ns.example.",
      "ns.example. 3600 A 192.0.2.1",
    ],
    reports: [],
  },
  {
    id: "soa-016",
    bare: true,
    input: "$TTL 1h\n@ ( SOA ns hm 1 1 1 1 1 )\n@ NS ns\nns A 192.0.2.1\n",
    records: [
      "example. 3600 SOA ns.example. hm.example. 1 1 1 1 1",
      "example. 3600 NS ns.example.",
      "ns.example. 3600 A 192.0.2.1",
    ],
    reports: [],
  },
];
