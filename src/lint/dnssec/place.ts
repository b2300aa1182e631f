import type { Token } from "../../zonefile/index.ts";
import type { Finding } from "../rule.ts";
import type { LintZone } from "../zone.ts";

/** A field of a record's data as written; undefined in RFC 3597 form, or where the text is not at hand. */
export function fieldToken(zone: LintZone, row: number, index: number): Token | undefined {
  const rdata = zone.tokens(row)?.rdata;
  return rdata?.[0]?.text === "\\#" ? undefined : rdata?.[index];
}

/** A finding's place: one field of a record's data. */
export function atField(zone: LintZone, row: number, index: number): Pick<Finding, "row" | "span"> {
  return { row, span: fieldToken(zone, row, index)?.span };
}

/** A finding's place: the type of a record, which stands for the whole. */
export function atType(zone: LintZone, row: number): Pick<Finding, "row" | "span"> {
  return { row, span: zone.tokens(row)?.type?.span };
}
