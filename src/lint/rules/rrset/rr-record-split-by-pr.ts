import { TYPE, typeName, type Zone } from "../../../dns/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";

const filler = Array.from({ length: 25 }, (_, i) => `host${i} A 192.0.2.${100 + i}`).join("\n");

export const rrRecordSplitByPr = {
  id: "rr-record-split-by-pr",
  severity: "info",
  set: "recommended",
  structural: false,
  scope: "change",
  types: [TYPE.A, TYPE.AAAA],
  summary: "A second address for a name that already has one far away in the file.",
  rfc: "RFC 1794",
  explanation:
    "Clients are then sent to either of the addresses. Where that is meant, the two stand together; far apart, the " +
    "name was most likely thought to be free. Put the record beside the first, or take another name.",
  options: { lines: { default: 20, summary: "How many lines apart is far." } },
  examples: {
    fail: [
      changeExample("the name was in use", {
        before: `www A 192.0.2.1\n${filler}`,
        now: `www A 192.0.2.1\n${filler}\nwww A 192.0.2.2 ;! rr-record-split-by-pr www A 192.0.2.2 ;! rr-sorted www A 192.0.2.2`,
      }),
    ],
    pass: [
      changeExample("beside the first", {
        before: `www A 192.0.2.1\n${filler}`,
        now: `www A 192.0.2.1\nwww A 192.0.2.2\n${filler}`,
      }),
    ],
  },
  check({ zone: { zone }, changes, number, report }) {
    const far = number("lines");
    for (const { owner, type, before, after } of changes()) {
      if ((type !== TYPE.A && type !== TYPE.AAAA) || !before || !after) continue;
      const known = new Set(before.rdata.map(hex));
      const isOld = (row: number) => known.has(hex(zone.rdata(row)));
      const old = after.rows.filter(isOld);
      const places = [...after.rows].sort((a, b) => order(zone, a, b));
      for (const row of farFromOthers(zone, places, isOld, far)) {
        if (old.length === 0) continue;
        report({
          row,
          message: `${owner} already has ${typeName(type)} records (${placeText(zone, old[0]!, row)}): clients are sent to any of them; was that meant?`,
        });
      }
    }
  },
} as const satisfies Rule;

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex");
}

/** The order of two records in the files: those of one file together, by line. */
function order(zone: Zone, a: number, b: number): number {
  const { file, line } = zone.columns.place;
  return file[a]! - file[b]! || line[a]! - line[b]!;
}

/** The new ones among rows in the order of the files that no old one stands near. */
function farFromOthers(
  zone: Zone,
  rows: readonly number[],
  isOld: (row: number) => boolean,
  far: number,
): readonly number[] {
  const { file, line } = zone.columns.place;
  const near = new Set<number>();
  for (const way of [rows, rows.toReversed()]) {
    let last: number | undefined;
    for (const row of way) {
      if (isOld(row)) last = row;
      else if (last !== undefined && file[last] === file[row] && Math.abs(line[last]! - line[row]!) <= far)
        near.add(row);
    }
  }
  return rows.filter((row) => !near.has(row) && !isOld(row));
}
