import { TYPE, type Zone } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

export const addrShared = {
  id: "addr-shared",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.A, TYPE.AAAA],
  options: {
    names: { default: 8, summary: "How many names may have one address before the next is reported." },
  },
  summary: "One address written at many names.",
  rfc: "RFC 1912 §2.4",
  explanation:
    "When the host moves, each of the records has to change, and one is forgotten. Give the host one name with the " +
    "address, and make the other names aliases (CNAME) of it. Some networks want it so: it is a policy, off by default.",
  examples: {
    fail: [
      exampleOrg(
        "nine sites on one host",
        `
        a A 192.0.2.1
        b A 192.0.2.1
        c A 192.0.2.1
        d A 192.0.2.1
        e A 192.0.2.1
        f A 192.0.2.1
        g A 192.0.2.1
        h A 192.0.2.1
        i A 192.0.2.1 ;! addr-shared 192.0.2.1
        `,
      ),
    ],
    pass: [exampleOrg("aliases", "host A 192.0.2.1\na CNAME host\nb CNAME host\nc CNAME host")],
  },
  check({ zone, rowsOf, number, report }) {
    const most = number("names");
    const { owner, names } = zone.zone.columns;
    const uses = new Map<string, { readonly owners: Set<number>; readonly row: number }>();
    for (const row of oftenRepeated(zone.zone, rowsOf(TYPE.A), rowsOf(TYPE.AAAA), most)) {
      const key = String.fromCharCode(...zone.zone.rdata(row));
      const use = uses.get(key) ?? { owners: new Set(), row };
      uses.set(key, use);
      if (use.owners.size > most) continue;
      use.owners.add(names.key[owner[row]!]!);
      if (use.owners.size <= most) continue;
      report({
        row,
        span: zone.tokens(row)?.rdata[0]?.span,
        message: `${addressText(zone.zone.rdata(row))} is written at more than ${most} names, the first of them ${zone.zone.owner(use.row)}: make them aliases (CNAME) of one`,
      });
    }
  },
} as const satisfies Rule;

/**
 * The rows with an address that more than `most` of them have, and perhaps some others: by a number of 32 bits made of
 * the address, which an IPv4 address is itself.
 */
function oftenRepeated(
  zone: Zone,
  v4: readonly number[],
  v6: readonly number[],
  most: number,
): readonly number[] {
  return [v4, v6].flatMap((rows) => {
    const numbers = Uint32Array.from(rows, (row) => numberOf(zone, row));
    const sorted = numbers.toSorted();
    const often = new Set<number>();
    for (let at = most; at < sorted.length; at += 1) {
      if (sorted[at] === sorted[at - most]) often.add(sorted[at]!);
    }
    return often.size === 0 ? [] : rows.filter((_, at) => often.has(numbers[at]!));
  });
}

function numberOf({ columns: { rdata, rdataStart } }: Zone, row: number): number {
  let number = 0;
  for (let at = rdataStart[row]!; at < rdataStart[row + 1]!; at += 4) {
    const word = (rdata[at]! << 24) | (rdata[at + 1]! << 16) | (rdata[at + 2]! << 8) | rdata[at + 3]!;
    number = Math.imul(number, 0x01000193) ^ word;
  }
  return number >>> 0;
}
