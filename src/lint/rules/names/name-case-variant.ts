import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const nameCaseVariant = {
  id: "name-case-variant",
  severity: "info",
  set: "all",
  structural: false,
  summary: "One name in different letter case.",
  rfc: "RFC 4343",
  explanation:
    "Names are the same in any letter case. Two spellings in one zone are one name to nameservers and two to people " +
    "and to a search of the file. Only the first record of each other spelling is reported.",
  examples: {
    fail: [
      exampleOrg(
        "two spellings",
        `
        Printer A    192.0.2.1
        printer AAAA 2001:db8::1 ;! name-case-variant printer
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "one spelling",
        `
        Printer A    192.0.2.1
        Printer AAAA 2001:db8::1
        `,
      ),
    ],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    const { owner, names } = zone.columns;
    if (names.key.every((key, id) => key === id)) return;
    const told = new Uint8Array(names.key.length);
    // By key: the first row of the name, plus one.
    const firsts = new Uint32Array(names.key.length);
    for (let row = 0; row < owner.length; row += 1) {
      const id = owner[row]!;
      const key = names.key[id]!;
      if (firsts[key] === 0) firsts[key] = row + 1;
      const first = firsts[key]! - 1;
      if (owner[first] === id || told[id] === 1) continue;
      told[id] = 1;
      const written = zone.owner(first);
      report({
        row,
        span: lintZone.tokens(row)?.owner?.span,
        message: `${zone.owner(row)} is written ${written} further up: one name, so write it one way`,
      });
    }
  },
} as const satisfies Rule;
