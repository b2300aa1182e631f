import { labelsOf, type Name, parentOf, TYPE } from "../../dns/index.ts";
import { type Insertion, insertBehind } from "../writing/index.ts";
import type { LintZone } from "../zone.ts";
import { partOf, treeOf } from "./owner.ts";

/** How far below an address its neighbour is looked for. */
const REACH = 32;

/**
 * Where the PTR record of `owner` may be written in its zone: behind the record of the next lower address, else behind
 * the zone's last record. Undefined where the zone's text is not at hand.
 */
export function insertPointer(reverse: LintZone, owner: Name, host: Name): Insertion | undefined {
  const row = neighbourOf(reverse, owner) ?? reverse.zone.size - 1;
  return row < 0 ? undefined : insertBehind(reverse, row, owner, `PTR\t${host}`);
}

function neighbourOf({ zone }: LintZone, owner: Name): number | undefined {
  const family = treeOf(owner)!;
  const lowest = partOf(labelsOf(owner)[0]!, family);
  const above = parentOf(owner)!;
  for (let part = (lowest ?? 0) - 1; part >= 0 && part >= (lowest ?? 0) - REACH; part -= 1) {
    const row = zone.rows(`${part.toString(family === 4 ? 10 : 16)}.${above}` as Name, TYPE.PTR).at(-1);
    if (row !== undefined) return row;
  }
  return undefined;
}
