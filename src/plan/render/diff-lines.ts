import { splitRecords } from "../counts.ts";
import type { Change, RRsetValue } from "../plan.ts";

/** One line a record, `-` for what goes and `+` for what comes; records that stay as they are have none. */
export function diffLines(changes: readonly Change[]): string[] {
  return changes.flatMap(linesOf);
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

function line(sign: "+" | "-", { owner, ttl, type }: RRsetValue, rdata: string): string {
  return `${sign} ${owner} ${ttl} ${type} ${rdata}`;
}
