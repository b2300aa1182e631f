import { lookup, type Name, nameFromWire, nameKey, TYPE } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import type { Reference } from "../../references.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import type { World } from "../../world.ts";

/** Aliases followed one after the other; a name that a DNAME makes longer each time ends here, too. */
const LONGEST_CHAIN = 64;

export const cnameLoop = {
  id: "cname-loop",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.CNAME],
  summary: "Aliases that lead back to where they start.",
  rfc: "RFC 1034 §3.6.2",
  explanation:
    "Resolvers follow the circle until they give up, and answer with an error. The aliases are followed through all " +
    "zones of the repository with the same view. Point one of them at a name with records of its own.",
  examples: {
    fail: [
      exampleOrg("an alias of itself", "www CNAME www ;! cname-loop www"),
      {
        title: "a circle through two zones",
        zones: [
          exampleZone("example.org.", "www CNAME www.example.net. ;! cname-loop www.example.net."),
          exampleZone("example.net.", "www CNAME www.example.org. ;! cname-loop www.example.org."),
        ],
      },
    ],
    pass: [exampleOrg("a chain that ends", "a CNAME b\nb CNAME c\nc A 192.0.2.1")],
  },
  check({ zone, world, references, report }) {
    const judged = new Map<Name, boolean>();
    const alone = world.decidesAlone(zone);
    for (const reference of references(TYPE.CNAME)) {
      // Most aliases end at once, at a name of this zone that is none.
      if (alone && (reference.addressesHere === "some" || endsHere(reference))) continue;
      const { row, target } = reference;
      const owner = zone.zone.ownerKey(row);
      if (!judged.has(owner)) followChain(world, zone.view, owner, judged);
      if (judged.get(owner) !== true) continue;
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${zone.zone.owner(row)} is an alias of ${target}, which leads back to ${zone.zone.owner(row)}`,
      });
    }
  },
} as const satisfies Rule;

/** Whether the target is a name of the same zone, and no alias. */
function endsHere(reference: Reference): boolean {
  return !reference.isAliasHere && reference.existsHere;
}

/** Notes for every name on the way from `start` whether it lies on a circle; each name is followed once. */
function followChain(world: World, view: string, start: Name, judged: Map<Name, boolean>): void {
  const chain: Name[] = [];
  const places = new Map<Name, number>();
  let at: Name | undefined = start;
  while (at !== undefined && !judged.has(at) && !places.has(at) && chain.length < LONGEST_CHAIN) {
    places.set(at, chain.length);
    chain.push(at);
    at = aliasOf(world, view, at);
  }
  const circle = (at !== undefined ? places.get(at) : undefined) ?? chain.length;
  for (const [place, name] of chain.entries()) judged.set(name, place >= circle);
}

/** What a name is an alias of, in key form, as far as the repository's zones tell. */
function aliasOf(world: World, view: string, name: Name): Name | undefined {
  const zone = world.zoneOf(name, view);
  const cname = zone && lookup(zone.zone, name, TYPE.CNAME).answer.find(({ type }) => type === TYPE.CNAME);
  const rdata = cname?.rdata[0];
  return rdata && nameKey(nameFromWire(rdata).name);
}
