import type { TortureCase } from "./torture-case.ts";

/** Section "parens" of the torture list. */
export const parens: readonly TortureCase[] = [
  {
    id: "par-002",
    input: 'a TXT ( "x" ; c1\n ; c2 only\n\n "y" ; c3 )\n ) ; c4\n',
    records: ['a.example. 3600 TXT "x" "y"'],
    reports: [],
  },
  { id: "par-003", input: "a ( A ) 192.0.2.2\n", records: ["a.example. 3600 A 192.0.2.2"], reports: [] },
  { id: "par-005", input: "a A (192.0.2.2)\n", records: ["a.example. 3600 A 192.0.2.2"], reports: [] },
  { id: "par-006", input: "a SOA2 (\n", records: [], reports: ["5:8 error syn-unbalanced-paren"] },
  {
    id: "par-008",
    input: 'a TXT ( ( "x" ) )\n',
    records: ['a.example. 3600 TXT "x"'],
    reports: ["5:9 warning syn-nested-paren"],
  },
  {
    id: "par-009",
    input: 'a TXT "(" "x)" \\(y\\)\n',
    records: ['a.example. 3600 TXT "(" "x)" "(y)"'],
    reports: [],
  },
  {
    id: "par-011",
    input: "( a\nA 192.0.2.2 )\n",
    records: ["a.example. 3600 A 192.0.2.2"],
    reports: ["5:3 warning syn-leading-paren"],
  },
  { id: "par-012", input: " ( A 192.0.2.2 )\n", records: ["ns.example. 3600 A 192.0.2.2"], reports: [] },
  { id: "par-014", input: "a MX 1(0) ns\n", records: [], reports: ["5:11 error syn-extra-token"] },
  {
    id: "par-015",
    input: "@ ( ) ( )\nNS ns2\n",
    records: [],
    reports: ["5:2 error syn-missing-rdata", "6:4 error syn-unknown-type"],
  },
  {
    id: "par-017",
    input: 'a (\nTXT "x"\n',
    records: [],
    reports: ["5:3 error syn-unbalanced-paren", "6:5 error syn-quoted-non-string"],
  },
];
