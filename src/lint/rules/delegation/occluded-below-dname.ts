import { type RRType, TYPE, typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { apexIn } from "../../tree/index.ts";
import { placeText } from "../../writing/index.ts";

export const occludedBelowDname = {
  id: "occluded-below-dname",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.DNAME],
  supersedes: ["occluded-below-delegation"],
  summary: "Records below a name that is redirected (DNAME).",
  rfc: "RFC 6672 §2.4",
  explanation:
    "All names below a DNAME are those of its target, so the zone can have none of its own there: Knot DNS and NSD " +
    "refuse it, and BIND never answers with them. Remove the records, or write CNAME records for single names " +
    "instead of the DNAME.",
  examples: {
    fail: [
      exampleOrg(
        "a host below, and one deeper",
        `
        old     DNAME new.example.net.
        www.old A     192.0.2.1 ;! occluded-below-dname www.old A     192.0.2.1
        a.b.old TXT   "x" ;! occluded-below-dname a.b.old TXT   "x"
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "records at the name itself, and a name that only ends in the same letters",
        `
        old  DNAME new.example.net.
        old  A     192.0.2.1
        bold A     192.0.2.2
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    const find = dnameFinder(context);
    for (let row = 0; row < zone.zone.size; row += 1) {
      const type = zone.zone.type(row);
      const above = withoutHosts.has(type) ? undefined : find(row);
      if (above === undefined) continue;
      report({
        row,
        message: `${zone.zone.ownerKey(above)} is redirected (DNAME, ${placeText(zone.zone, above, row)}), and no name below it can have records: nameservers refuse the zone for this ${typeName(type)} record`,
      });
    }
  },
} as const satisfies Rule;

/** Types of the chain of hashed names, which stand below the zone's name without being names of it (RFC 5155 §7.1). */
const withoutHosts: ReadonlySet<RRType> = new Set([TYPE.NSEC3, TYPE.RRSIG]);

const UNKNOWN = -2;
const NONE = -1;

/** Finds the row of the DNAME above the owner of a row; each name is looked at once. */
function dnameFinder({ zone: { zone } }: RuleContext): (row: number) => number | undefined {
  const { owner, names } = zone.columns;
  const known = new Int32Array(names.key.length).fill(UNKNOWN);
  const find = (key: number): number => {
    const wire = names.octets.subarray(names.start[key], names.start[key + 1]);
    const apexAt = apexIn(zone, wire, 0);
    let found = NONE;
    for (let at = wire[0]! + 1; at <= apexAt; at += wire[at]! + 1) {
      found = zone.rowsWire(wire, at, TYPE.DNAME)[0] ?? found;
    }
    return found;
  };
  return (row) => {
    const key = names.key[owner[row]!]!;
    if (known[key] === UNKNOWN) known[key] = find(key);
    return known[key] === NONE ? undefined : known[key];
  };
}
