import { subjectOf } from "../diff.ts";
import type { Change, RiskLevel, RRsetValue } from "../plan.ts";
import type { Finding, ZoneFacts } from "./risk.ts";

/** What a class says of each change of a zone that is there before and after; undefined is nothing. */
export function eachChange(
  { before, after, changes }: ZoneFacts,
  judge: (change: Change, subject: RRsetValue) => { level: RiskLevel; why: string } | undefined,
): Finding[] {
  if (!before || !after) return [];
  return changes.flatMap((change) => {
    const found = judge(change, subjectOf(change));
    return found ? [{ ...found, change }] : [];
  });
}

/** The same without changes of TTL alone, which are for the class about TTLs. */
export function eachDataChange(
  zone: ZoneFacts,
  judge: (change: Change, subject: RRsetValue) => { level: RiskLevel; why: string } | undefined,
): Finding[] {
  return eachChange(zone, (change, subject) => (onlyTtl(change) ? undefined : judge(change, subject)));
}

/** What is there after the change: nothing where it removes. */
export function dataAfter(change: Change): readonly string[] {
  return change.op === "remove" ? [] : change.after.rdata;
}

/** What was there before: nothing where it adds. */
export function dataBefore(change: Change): readonly string[] {
  return change.op === "add" ? [] : change.before.rdata;
}

function onlyTtl(change: Change): boolean {
  return (
    change.op === "change" &&
    change.before.rdata.length === change.after.rdata.length &&
    change.before.rdata.every((text, at) => text === change.after.rdata[at])
  );
}
