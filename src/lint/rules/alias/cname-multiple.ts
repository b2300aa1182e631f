import { type Name, nameFromWire, nameKey, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { placeText } from "../../writing/index.ts";

export const cnameMultiple = {
  id: "cname-multiple",
  severity: "error",
  set: "recommended",
  structural: true,
  types: [TYPE.CNAME],
  summary: "A name with several CNAME records that point at different names.",
  rfc: "RFC 1034 §3.6.2",
  explanation:
    "A name can be an alias of one name only: nameservers refuse such a zone. To share load, give one name several " +
    "addresses and point the alias at it.",
  examples: {
    fail: [
      exampleOrg(
        "two targets",
        `
        one A     192.0.2.1
        two A     192.0.2.2
        www CNAME one
        www CNAME two ;! cname-multiple two
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "one target with two addresses",
        `
        web A     192.0.2.1
        web A     192.0.2.2
        www CNAME web
        `,
      ),
    ],
  },
  check({ zone, report }) {
    const first = new Map<Name, { row: number; target: Name }>();
    for (const row of zone.zone.crowdedAliases()) {
      const target = nameFromWire(zone.zone.rdata(row)).name;
      const owner = zone.zone.ownerKey(row);
      const known = first.get(owner);
      if (!known) {
        first.set(owner, { row, target });
        continue;
      }
      if (nameKey(target) === nameKey(known.target)) continue;
      const place = placeText(zone.zone, known.row, row);
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${owner} is already an alias of ${known.target} (${place}): it can have one CNAME`,
      });
    }
  },
} as const satisfies Rule;
