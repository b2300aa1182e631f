import { TYPE } from "../../dns/index.ts";
import type { RuleContext } from "../rule.ts";
import { ownerStartsWith } from "../tree/index.ts";
import { TxtRecord } from "./record.ts";

/**
 * TXT records at names whose labels from the left start with these, in lower case ("*" stands for any label); one of
 * the first three has to be an underscored one.
 */
export function textsAt({ zone, once }: TxtContext, labels: readonly string[]): TxtRecord[] {
  const rows = once(underscoredRows).filter((row) => ownerStartsWith(zone.zone, row, labels));
  return rows.map((row) => new TxtRecord(zone, row));
}

/** What it takes to look for TXT records: found once, for all rules. */
export type TxtContext = Pick<RuleContext, "zone" | "once">;

/** The rows of TXT records with an underscored label among the first three of their owner. */
function underscoredRows({
  zone: { zone },
  rowsOf,
}: Pick<RuleContext, "zone" | "rowsOf">): readonly number[] {
  const { owner, names } = zone.columns;
  const { octets, start } = names;
  return rowsOf(TYPE.TXT).filter((row) => {
    let at = start[owner[row]!]!;
    for (let label = 0; label < 3 && octets[at] !== 0; label += 1, at += octets[at]! + 1)
      if (octets[at + 1] === UNDERSCORE) return true;
    return false;
  });
}

const UNDERSCORE = 0x5f;
