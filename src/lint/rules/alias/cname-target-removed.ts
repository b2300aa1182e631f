import { type Name, nameKey, TYPE, typeName } from "../../../dns/index.ts";
import { needsGlue } from "../../delegation/index.ts";
import { exampleZone } from "../../example.ts";
import { treeOf } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import type { Removal } from "../../world.ts";
import { replaceSpan } from "../../writing/index.ts";

const TYPES = [
  TYPE.CNAME,
  TYPE.DNAME,
  TYPE.NS,
  TYPE.MX,
  TYPE.SRV,
  TYPE.SVCB,
  TYPE.HTTPS,
  TYPE.AFSDB,
  TYPE.KX,
] as const;

const before = exampleZone("example.net.", "web A 192.0.2.1\nold A 192.0.2.2").text;

export const cnameTargetRemoved = {
  id: "cname-target-removed",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: TYPES,
  summary: "A record that points at a name which this change removes, in any zone of the repository.",
  rfc: "RFC 1912 §2.4",
  explanation:
    "Aliases, mail and services that lead there break with it. The finding stands at the record that still points at " +
    "the name: most often in another zone than the one that is changed. Point it elsewhere in the same change, or keep " +
    "the name. Where all the name's records are now at one other name, the fix points there.",
  examples: {
    fail: [
      {
        title: "an alias and a mail server in another zone",
        zones: [
          { ...exampleZone("example.net.", "site A 192.0.2.9"), before },
          exampleZone(
            "example.org.",
            `
            www CNAME web.example.net. ;! cname-target-removed web.example.net.
            @ MX 10 old.example.net. ;! cname-target-removed old.example.net.
            `,
          ),
        ],
      },
      {
        title: "a name that was renamed",
        zones: [
          { ...exampleZone("example.net.", "site A 192.0.2.1\nold A 192.0.2.2"), before },
          exampleZone("example.org.", "www CNAME web.example.net. ;! cname-target-removed web.example.net."),
        ],
      },
    ],
    pass: [
      {
        title: "a name that nothing points at any more",
        zones: [
          { ...exampleZone("example.net.", "site A 192.0.2.1"), before },
          exampleZone("example.org.", "www CNAME site.example.net.\nsite CNAME web.example.com."),
        ],
      },
    ],
  },
  supersedes: [
    "cname-dangling",
    "mx-target-no-address",
    "ns-target-no-address",
    "srv-target-no-address",
    "svcb-target-no-address",
  ],
  check({ zone, world, references, report }) {
    const removals = new Map<Name, Removal | undefined>();
    const removalOf = (target: Name): Removal | undefined => {
      if (!removals.has(target)) removals.set(target, world.removal(target, zone.view));
      return removals.get(target);
    };
    for (const type of TYPES) {
      for (const reference of references(type)) {
        if (world.standingOf(reference, zone) !== "absent") continue;
        const { row, target } = reference;
        // Glue is another rule's; a block's zone (RFC 2317) need not have every number that leads there.
        if (type === TYPE.NS && needsGlue(zone.zone, row)) continue;
        const removal = removalOf(target);
        const from = removal && world.zoneOf(target, zone.view);
        if (!from || !removal) continue;
        if (from !== zone && treeOf(zone.name) !== undefined && treeOf(target) !== undefined) continue;
        const span = targetTokenOf(zone, row)?.span;
        const { movedTo } = removal;
        const now =
          movedTo === undefined
            ? "point it elsewhere, or keep the name"
            : `its records are now at ${movedTo}`;
        report({
          row,
          span,
          message: `${zone.zone.owner(row)} ${typeName(type)} leads to ${nameKey(target)}, which this change removes from ${from.file}; ${now}`,
          ...(movedTo !== undefined && span && { fix: replaceSpan(`point it at ${movedTo}`, span, movedTo) }),
        });
      }
    }
  },
} as const satisfies Rule;
