import type { Token } from "../../zonefile/index.ts";
import { targetPlaces } from "../references.ts";
import type { LintZone } from "../zone.ts";

/** The target as written; undefined where it is not written as a name (RFC 3597 form), or the text is not at hand. */
export function targetTokenOf(zone: LintZone, row: number): Token | undefined {
  const rdata = zone.tokens(row)?.rdata;
  const index = targetPlaces.get(zone.zone.type(row))?.token;
  return index === undefined || rdata?.[0]?.text === "\\#" ? undefined : rdata?.[index];
}
