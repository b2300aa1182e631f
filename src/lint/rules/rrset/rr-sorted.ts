import { typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

export const rrSorted = {
  id: "rr-sorted",
  severity: "info",
  set: "all",
  structural: false,
  summary: "Records of one name and type that do not stand together.",
  rfc: "RFC 2181 §5",
  explanation:
    "Records of one name and type are one answer. Who changes one of them sees the others only when they stand " +
    "together. A matter of style: off unless the set is all.",
  examples: {
    fail: [
      exampleOrg(
        "another name between",
        `
        www A 192.0.2.1
        api A 192.0.2.2
        www A 192.0.2.3 ;! rr-sorted www A 192.0.2.3
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "another type between",
        `
        www A    192.0.2.1
            AAAA 2001:db8::1
            A    192.0.2.3
        `,
      ),
    ],
  },
  check({ zone: { zone }, report }) {
    const { owner, type, names } = zone.columns;
    // By key of the owner: the row after its last.
    const next = new Uint32Array(names.key.length);
    for (let row = 0; row < owner.length; row += 1) {
      const id = owner[row]!;
      const key = names.key[id]!;
      const after = next[key]!;
      next[key] = row + 1;
      if (after === 0 || after === row) continue;
      const name = names.octets.subarray(names.start[id], names.start[id + 1]);
      const first = zone.rowsWire(name, 0, type[row])[0]!;
      if (first === row) continue;
      const what = `${zone.owner(row)} ${typeName(zone.type(row))}`;
      report({
        row,
        message: `the first record of ${what} is on ${placeText(zone, first, row)}: put this one beside it`,
      });
    }
  },
} as const satisfies Rule;
