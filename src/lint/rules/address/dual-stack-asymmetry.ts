import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { sharedOwners } from "../../records/index.ts";
import type { Reference } from "../../references.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { resolve } from "../../world.ts";

export const dualStackAsymmetry = {
  id: "dual-stack-asymmetry",
  severity: "info",
  set: "all",
  scope: "repository",
  structural: false,
  types: [TYPE.MX, TYPE.SRV],
  summary: "Hosts of one service of which some have IPv6 and others do not.",
  rfc: "RFC 3901 §4",
  explanation:
    "Clients with IPv6 only have fewer hosts to turn to than the records promise, and preferences and weights mean " +
    "something else to them. Give every host of the set an AAAA record, or none. It is a policy, off by default.",
  examples: {
    fail: [
      exampleOrg(
        "the second mail host has IPv4 only",
        `
        @   MX   10 mx1
        @   MX   10 mx2 ;! dual-stack-asymmetry mx2
        mx1 A    192.0.2.1
        mx1 AAAA 2001:db8::1
        mx2 A    192.0.2.2
        `,
      ),
    ],
    pass: [exampleOrg("both have both", "@ MX 10 mx1\n@ MX 20 mx1.example.net.\nmx1 A 192.0.2.1")],
  },
  check({ zone, world, rowsOf, references, report }) {
    const { owner, names } = zone.zone.columns;
    const alone = world.decidesAlone(zone);
    const resolved = new Map<string, boolean | undefined>();
    const has = (reference: Reference, type: typeof TYPE.A | typeof TYPE.AAAA) => {
      const seen = alone ? reference.ownsHere(type) : undefined;
      if (seen !== undefined) return seen;
      const key = `${type} ${reference.target}`;
      if (!resolved.has(key)) {
        const found = resolve(world, zone.view, reference.target, type);
        resolved.set(key, found && found.rows.length > 0);
      }
      return resolved.get(key);
    };
    for (const type of [TYPE.MX, TYPE.SRV] as const) {
      if (!isAny(references(type), (reference) => has(reference, TYPE.AAAA) === true)) continue;
      const shared = new Set(sharedOwners(zone.zone, rowsOf(type)).flat());
      if (shared.size === 0) continue;
      const ofSets = references(type).filter(({ row }) => shared.has(row));
      const sets = Map.groupBy(ofSets, ({ row }) => names.key[owner[row]!]!);
      for (const set of sets.values()) {
        if (!set.some((reference) => has(reference, TYPE.AAAA))) continue;
        for (const reference of set) {
          if (has(reference, TYPE.AAAA) !== false || has(reference, TYPE.A) !== true) continue;
          const { row } = reference;
          report(() => ({
            row,
            span: targetTokenOf(zone, row)?.span,
            message: `${reference.target} has IPv4 only, and others of its set have IPv6: add its AAAA record`,
          }));
        }
      }
    }
  },
} as const satisfies Rule;

function isAny(references: Iterable<Reference>, test: (reference: Reference) => boolean): boolean {
  for (const reference of references) if (test(reference)) return true;
  return false;
}
