import { type Name, nameFromWire, TYPE } from "../../../dns/index.ts";
import { childAt } from "../../delegation/index.ts";
import { changeExample, exampleZone } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { apexIn, Cuts } from "../../tree/index.ts";

/** How many hidden names a message lists. */
const SHOWN = 5;

export const delegAdded = {
  id: "deleg-added",
  severity: "error",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.NS],
  summary: "A new delegation that hides names answered until now.",
  rfc: "RFC 1034 §4.2.1",
  explanation:
    "From the moment a name is delegated, everything at and below it is answered by the child zone's servers: what " +
    "stays in this zone is out of reach, and what the child zone lacks is gone. Move the records into the child zone. " +
    "Where the child zone is in the repository, names that it has are not reported; where it is not, records that " +
    "the change takes out of this zone count as moved.",
  examples: {
    fail: [
      changeExample("a host below the new delegation", {
        before: "one.lab A 192.0.2.1",
        now: `
          lab     NS ns1.example.net. ;! deleg-added lab     NS ns1.example.net.
          lab     NS ns2.example.net.
          one.lab A  192.0.2.1 ;! occluded-below-delegation one.lab A  192.0.2.1
          `,
      }),
      {
        title: "a host that the new child zone does not have",
        zones: [
          {
            ...exampleZone(
              "example.org.",
              "lab NS ns1.example.com. ;! deleg-added lab NS ns1.example.com.\nlab NS ns2.example.com.",
            ),
            before: exampleZone("example.org.", "one.lab A 192.0.2.1\ntwo.lab A 192.0.2.2").text,
          },
          exampleZone("lab.example.org.", "one A 192.0.2.1"),
        ],
      },
    ],
    pass: [
      changeExample("records that moved, and glue", {
        before: "one.lab A 192.0.2.1\nns.lab A 192.0.2.53",
        now: "lab NS ns.lab\nlab NS ns2.example.net.\nns.lab A 192.0.2.53",
      }),
    ],
  },
  check(context) {
    const added = context
      .changes()
      .filter(({ owner, type, before }) => type === TYPE.NS && !before && owner !== context.zone.zone.apex);
    if (added.length === 0) return;
    const hidden = hiddenNames(context, new Set(added.map(({ owner }) => owner)));
    for (const { owner, after } of added) {
      const names = hidden.get(owner);
      if (!names) continue;
      const child = childAt(context, owner);
      const where = child
        ? `and the child zone (${child.file}) does not have`
        : "which only the child zone can answer from now on:";
      const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
      context.report({
        row: after!.rows[0]!,
        message: `delegating ${owner} hides names answered until now, ${where} ${names.slice(0, SHOWN).join(", ")}${more}`,
      });
    }
  },
} as const satisfies Rule;

/** The names of the base that each new delegation takes away. */
function hiddenNames(context: RuleContext, added: ReadonlySet<Name>): ReadonlyMap<Name, readonly Name[]> {
  const { zone, world, references } = context;
  const before = zone.before!.zone;
  const cuts = new Cuts(before);
  const nameservers = new Set(references(TYPE.NS).map(({ target }) => target.toLowerCase()));
  const hidden = new Map<Name, Name[]>();
  const seen = new Uint8Array(before.columns.names.key.length);
  for (let row = 0; row < before.size; row += 1) {
    const key = before.columns.names.key[before.columns.owner[row]!]!;
    if (seen[key] === 1) continue;
    seen[key] = 1;
    const cut = newCutAbove(context, key, added);
    if (cut === undefined || cuts.depthBelow(row) !== undefined) continue;
    const name = before.ownerKey(row);
    const isLost = childAt(context, cut)
      ? world.standing(name, zone.view) === "absent"
      : !nameservers.has(name) && zone.zone.rows(name).some((at) => zone.zone.type(at) !== TYPE.NS);
    if (!isLost) continue;
    const known = hidden.get(cut);
    if (known) known.push(name);
    else hidden.set(cut, [name]);
  }
  return hidden;
}

/** The new delegation at or above the name with this key of the base's names. */
function newCutAbove({ zone }: RuleContext, key: number, added: ReadonlySet<Name>): Name | undefined {
  const before = zone.before!.zone;
  const { octets, start } = before.columns.names;
  const wire = octets.subarray(start[key], start[key + 1]);
  const apexAt = apexIn(before, wire, 0);
  for (let at = 0; at < apexAt; at += wire[at]! + 1) {
    if (!zone.zone.hasWire(wire, at, TYPE.NS)) continue;
    const cut = nameFromWire(wire, at).name.toLowerCase() as Name;
    if (added.has(cut)) return cut;
  }
  return undefined;
}
