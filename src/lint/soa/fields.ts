import type { Token } from "../../zonefile/index.ts";
import type { Finding } from "../rule.ts";
import type { LintZone } from "../zone.ts";

/** The parts of a SOA's data, in the order in which they are written (RFC 1035 §3.3.13). */
const parts = ["mname", "rname", "serial", "refresh", "retry", "expire", "minimum"] as const;
export type SoaPart = (typeof parts)[number];

/** A part of a SOA as written; undefined in RFC 3597 form, or where the text is not at hand. */
export function soaToken(zone: LintZone, row: number, part: SoaPart): Token | undefined {
  const rdata = zone.tokens(row)?.rdata;
  return rdata?.[0]?.text === "\\#" ? undefined : rdata?.[parts.indexOf(part)];
}

/** Where a finding about one part of a SOA stands. */
export function soaSpot(zone: LintZone, row: number, part: SoaPart): Pick<Finding, "row" | "span"> {
  return { row, span: soaToken(zone, row, part)?.span };
}
