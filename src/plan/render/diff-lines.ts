import { splitRecords } from "../counts.ts";
import type { Change, RRsetValue } from "../plan.ts";
import type { Item } from "./grouping.ts";

/**
 * One line a record, `-` for what goes and `+` for what comes; records that stay as they are have none. A rename is a
 * line with `!`, with the records that went along below it.
 */
export function diffLines(items: readonly Item[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === "change") return linesOf(item.change);
    const { rename, records } = item;
    return [`! ${rename.from} is now ${rename.to}`, ...records.flatMap(renamedLines)];
  });
}

function linesOf(change: Change): string[] {
  if (change.op === "add") return change.after.rdata.map((rdata) => line("+", change.after, rdata));
  if (change.op === "remove") return change.before.rdata.map((rdata) => line("-", change.before, rdata));
  const { gone, kept, come } = splitRecords(change.before.rdata, change.after.rdata);
  const retimed = change.before.ttl === change.after.ttl ? [] : kept;
  return [
    ...[...gone, ...retimed].map((rdata) => line("-", change.before, rdata)),
    ...[...come, ...retimed].map((rdata) => line("+", change.after, rdata)),
  ];
}

function renamedLines(change: Change): string[] {
  return change.op === "add" ? change.after.rdata.map((rdata) => line(" ", change.after, rdata)) : [];
}

function line(sign: "+" | "-" | " ", { owner, ttl, type }: RRsetValue, rdata: string): string {
  return `${sign} ${owner} ${ttl} ${type} ${rdata}`;
}
