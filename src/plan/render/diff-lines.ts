import { sha256 } from "../../base/index.ts";
import { splitRecords } from "../counts.ts";
import type { Change, RRsetValue } from "../plan.ts";
import { closest, cutAtDifference } from "./difference.ts";
import type { Item } from "./grouping.ts";
import { shorten } from "./shorten.ts";

/**
 * One line a record, `-` for what goes and `+` for what comes; records that stay as they are have none. A rename is a
 * line with `!`, with the records that went along below it. Of a record's data at most `most` characters are shown.
 */
export function diffLines(items: readonly Item[], most = Number.POSITIVE_INFINITY): string[] {
  return items.flatMap((item) => {
    if (item.kind === "change") return linesOf(item.change, most);
    const { rename, records } = item;
    return [
      `! ${rename.from} is now ${rename.to}`,
      ...records.flatMap((change) => (change.op === "add" ? allLines(" ", change.after, most) : [])),
    ];
  });
}

function linesOf(change: Change, most: number): string[] {
  if (change.op === "add") return allLines("+", change.after, most);
  if (change.op === "remove") return allLines("-", change.before, most);
  const { gone, kept, come } = splitRecords(change.before.rdata, change.after.rdata);
  const retimed = change.before.ttl === change.after.ttl ? [] : kept;
  return [
    ...replaced(gone, come, most).map((rdata) => line("-", change.before, rdata)),
    ...retimed.map((rdata) => line("-", change.before, shorten(rdata, most))),
    ...replaced(come, gone, most).map((rdata) => line("+", change.after, rdata)),
    ...retimed.map((rdata) => line("+", change.after, shorten(rdata, most))),
  ];
}

/** Records as they are shown beside those that replace them. */
function replaced(records: readonly string[], by: readonly string[], most: number): readonly string[] {
  if (records.every(({ length }) => length <= most)) return records;
  const others = closest(records, by);
  return records.map((rdata) => {
    if (rdata.length <= most) return rdata;
    const other = others.get(rdata);
    if (other === undefined) return shorten(rdata, most);
    const short = cutAtDifference(rdata, other, most);
    // Of several records, what is cut away may be what tells two apart.
    return records.length + by.length === 2 ? short : `${short} (SHA-256 ${sha256(rdata).slice(0, 12)}…)`;
  });
}

function allLines(sign: "+" | "-" | " ", rrset: RRsetValue, most: number): string[] {
  return rrset.rdata.map((rdata) => line(sign, rrset, shorten(rdata, most)));
}

function line(sign: "+" | "-" | " ", { owner, ttl, type }: RRsetValue, rdata: string): string {
  return `${sign} ${owner} ${ttl} ${type} ${rdata}`;
}
