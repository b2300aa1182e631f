import type { TortureCase } from "./torture-case.ts";

/** Section "unknown" of the torture list. */
export const unknown: readonly TortureCase[] = [
  {
    id: "unk-001",
    input: "a TYPE731 \\# 6 abcdef 012345\n",
    records: ["a.example. 3600 TYPE731 \\# 6 abcdef012345"],
    reports: [],
  },
  { id: "unk-003", input: "a TYPE731 \\# 4 abcdef\n", records: [], reports: ["5:14 error syn-rfc3597"] },
  { id: "unk-004", input: "a TYPE731 \\# 3 abcde\n", records: [], reports: ["5:16 error syn-rfc3597"] },
  { id: "unk-006", input: "a TYPE731 abcdef\n", records: [], reports: ["5:11 error syn-rfc3597"] },
  { id: "unk-007", input: "a A \\# 4 C0000202\n", records: ["a.example. 3600 A 192.0.2.2"], reports: [] },
  { id: "unk-009", input: "a MX \\# 4 000a0000\n", records: [], reports: ["5:11 error syn-rfc3597"] },
  { id: "unk-010", input: "a CNAME \\# 3 026e00\n", records: [], reports: ["5:14 error syn-rfc3597"] },
  { id: "unk-012", input: "a TYPE731 \\#3 abcdef\n", records: [], reports: ["5:11 error syn-rfc3597"] },
  { id: "unk-013", input: "a TYPE731 # 3 abcdef\n", records: [], reports: ["5:11 error syn-rfc3597"] },
  { id: "unk-015", input: "a TYPE15 10 ns\n", records: ["a.example. 3600 MX 10 ns.example."], reports: [] },
  { id: "unk-016", input: "a TYPE1 192.0.2.2\n", records: ["a.example. 3600 A 192.0.2.2"], reports: [] },
  { id: "unk-018", input: 'a TYPE999 \\# 2 "abcd"\n', records: [], reports: ["5:16 error syn-rfc3597"] },
  { id: "unk-019", input: "a TYPE999 \\# 65535 aa\n", records: [], reports: ["5:14 error syn-rfc3597"] },
];
