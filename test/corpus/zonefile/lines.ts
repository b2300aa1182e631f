import type { TortureCase } from "./torture-case.ts";

/** Section "lines" of the torture list. */
export const lines: readonly TortureCase[] = [
  {
    id: "lex-001",
    input: "a A 192.0.2.2",
    records: ["a.example. 3600 A 192.0.2.2"],
    reports: ["5:14 info enc-no-final-newline"],
  },
  {
    id: "lex-002",
    input: "a A 192.0.2.2\r\nb A 192.0.2.3\r\n",
    records: ["a.example. 3600 A 192.0.2.2", "b.example. 3600 A 192.0.2.3"],
    reports: ["5:14 warning enc-crlf"],
  },
  {
    id: "lex-004",
    bare: true,
    input: "\ufeff$TTL 3600\n@ IN SOA ns hm 1 3600 900 604800 300\n@ NS ns\nns A 192.0.2.1\n",
    records: [
      "example. 3600 SOA ns.example. hm.example. 1 3600 900 604800 300",
      "example. 3600 NS ns.example.",
      "ns.example. 3600 A 192.0.2.1",
    ],
    reports: ["1:1 error enc-bom"],
  },
  {
    id: "lex-005",
    input: "a A 192.0.2.2\n\n   \n\t\n; c\n  ; indented comment\nb A 192.0.2.3\n",
    records: ["a.example. 3600 A 192.0.2.2", "b.example. 3600 A 192.0.2.3"],
    reports: [],
  },
  {
    id: "lex-007",
    input: "a\tA\t192.0.2.2;no space before comment\n",
    records: ["a.example. 3600 A 192.0.2.2"],
    reports: [],
  },
  {
    id: "lex-008",
    input: "a TXT foo;bar\n",
    records: ['a.example. 3600 TXT "foo"'],
    reports: ["5:10 error syn-unquoted-semicolon"],
  },
  {
    id: "lex-010",
    input: 'a TXT "foo;bar" ; comment\n',
    records: ['a.example. 3600 TXT "foo;bar"'],
    reports: [],
  },
  { id: "lex-011", input: 'a TXT "x\u0000y"\n', records: [], reports: ["5:9 error enc-nul"] },
  {
    id: "lex-013",
    input: "café A 192.0.2.2\n",
    records: ["caf\\195\\169.example. 3600 A 192.0.2.2"],
    reports: ["5:1 error enc-non-ascii-owner"],
  },
  { id: "lex-014", input: "a A 192.0.2.2\f\n", records: [], reports: ["5:14 error enc-invisible-char"] },
  {
    id: "lex-016",
    input: "\u001a",
    records: [],
    reports: ["5:1 error enc-invisible-char", "5:2 info enc-no-final-newline"],
  },
  {
    id: "lex-017",
    input: 'a A 192.0.2.2 ;comment ( with paren and "quote\nb A 192.0.2.3\n',
    records: ["a.example. 3600 A 192.0.2.2", "b.example. 3600 A 192.0.2.3"],
    reports: [],
  },
  {
    id: "lex-019",
    input: "a\tIN\tA\t192.0.2.2\t \t\r\n",
    records: ["a.example. 3600 A 192.0.2.2"],
    reports: ["5:20 warning enc-crlf"],
  },
  { id: "lex-020", input: "\ta2 A 192.0.2.2\n", records: [], reports: ["5:2 error owner-indented"] },
  {
    id: "lex-022",
    input: `a TXT "x"\n;${"y".repeat(70000)}\nb A 192.0.2.3\n`,
    records: ['a.example. 3600 TXT "x"', "b.example. 3600 A 192.0.2.3"],
    reports: [],
  },
  {
    id: "lex-023",
    input: `a TXT ( "${"z".repeat(200)}"\n${` "s"\n`.repeat(300)} )\n`,
    records: [`a.example. 3600 TXT "${"z".repeat(200)}"${` "s"`.repeat(300)}`],
    reports: [],
  },
  { id: "lex-025", input: "# comment\n", records: [], reports: ["5:1 error syn-foreign-comment"] },
  { id: "lex-026", input: "/* c */\n", records: [], reports: ["5:1 error syn-foreign-comment"] },
];
