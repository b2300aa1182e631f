import type { TortureCase } from "./torture-case.ts";

/** Section "quotes" of the torture list. */
export const quotes: readonly TortureCase[] = [
  { id: "quo-001", input: 'a TXT ""\n', records: ['a.example. 3600 TXT ""'], reports: [] },
  {
    id: "quo-003",
    input: 'a TXT a"b"\n',
    records: ['a.example. 3600 TXT "a" "b"'],
    reports: ["5:8 warning syn-adjacent-quote"],
  },
  {
    id: "quo-004",
    input: 'a TXT "a"b\n',
    records: ['a.example. 3600 TXT "a" "b"'],
    reports: ["5:10 warning syn-adjacent-quote"],
  },
  {
    id: "quo-006",
    input: 'a TXT "unterminated\nb A 192.0.2.3\n',
    records: ["b.example. 3600 A 192.0.2.3"],
    reports: ["5:7 error syn-unterminated-quote"],
  },
  { id: "quo-007", input: 'a TXT "a\\"b"\n', records: ['a.example. 3600 TXT "a\\"b"'], reports: [] },
  { id: "quo-009", input: 'a TXT "\\065\\066C"\n', records: ['a.example. 3600 TXT "ABC"'], reports: [] },
  { id: "quo-010", input: 'a TXT "\\256"\n', records: [], reports: ["5:8 error syn-bad-escape"] },
  { id: "quo-012", input: 'a TXT "\\t"\n', records: ['a.example. 3600 TXT "t"'], reports: [] },
  { id: "quo-013", input: '"a" A 192.0.2.2\n', records: [], reports: ["5:1 error syn-quoted-non-string"] },
  { id: "quo-015", input: 'a MX "10" "ns"\n', records: [], reports: ["5:6 error syn-quoted-non-string"] },
  { id: "quo-016", input: 'a A "192.0.2.2"\n', records: [], reports: ["5:5 error syn-quoted-non-string"] },
  {
    id: "quo-018",
    input: 'a HINFO "Intel Core" Linux\n',
    records: ['a.example. 3600 HINFO "Intel Core" "Linux"'],
    reports: [],
  },
  {
    id: "quo-019",
    input: `a TXT ${"x".repeat(255)}\n`,
    records: [`a.example. 3600 TXT "${"x".repeat(255)}"`],
    reports: [],
  },
  {
    id: "quo-021",
    input: `a TXT "${"x".repeat(256)}"\n`,
    records: [],
    reports: ["5:7 error txt-string-too-long"],
  },
  {
    id: "quo-022",
    input: `a TXT "${"x".repeat(254)}\\065"\n`,
    records: [`a.example. 3600 TXT "${"x".repeat(254)}A"`],
    reports: [],
  },
  {
    id: "quo-024",
    input: "a TXT foo\\\nbar\n",
    records: [],
    reports: ["5:10 error syn-bad-escape", "6:4 error syn-missing-rdata"],
  },
  {
    id: "quo-025",
    input: "a TXT 'foo bar'\n",
    records: ['a.example. 3600 TXT "\'foo" "bar\'"'],
    reports: [],
  },
  { id: "quo-027", input: "a TXT\n", records: [], reports: ["5:6 error syn-missing-rdata"] },
  { id: "quo-028", input: "a TXT @\n", records: ['a.example. 3600 TXT "@"'], reports: [] },
  { id: "quo-030", input: 'a TXT "\\# 2 0161"\n', records: ['a.example. 3600 TXT "# 2 0161"'], reports: [] },
  { id: "quo-031", input: "a TXT \\\\# 4\n", records: ['a.example. 3600 TXT "\\\\#" "4"'], reports: [] },
  {
    id: "quo-033",
    input: `a TXT ${`"${"x".repeat(255)}" `.repeat(257)}\n`,
    records: [],
    reports: ["5:7 error rdata-too-long"],
  },
];
