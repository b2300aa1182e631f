import { type Name, nameFromWire, nameKey, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Reference } from "../../references.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import type { World } from "../../world.ts";

/** Aliases counted at most: a circle has no end. */
const MOST = 16;

export const cnameChain = {
  id: "cname-chain",
  severity: "warning",
  set: "strict",
  scope: "repository",
  structural: false,
  types: [TYPE.CNAME],
  options: { aliases: { default: 2, summary: "How many aliases may be followed before the records come." } },
  summary: "A long chain of aliases.",
  rfc: "RFC 1034 §3.6.2",
  explanation:
    "Each alias may cost one more question, each has its own TTL and its own way to break, and some resolvers stop " +
    "after a few. Point the name at the end of the chain. Aliases are counted through all zones of the repository " +
    "with the same view; what lies outside it counts as the end.",
  examples: {
    fail: [
      exampleOrg(
        "three aliases",
        `
        a CNAME b ;! cname-chain b
        b CNAME c
        c CNAME d
        d A     192.0.2.1
        `,
      ),
    ],
    pass: [exampleOrg("two aliases", "a CNAME b\nb CNAME c\nc A 192.0.2.1")],
  },
  check({ zone, world, references, number, report }) {
    const most = number("aliases");
    const alone = world.decidesAlone(zone);
    for (const reference of references(TYPE.CNAME)) {
      // Most aliases end at once, at a name of this zone that is none.
      if (alone && (reference.addressesHere === "some" || endsHere(reference))) continue;
      const chain = follow(world, zone.view, nameKey(reference.target));
      if (chain.length <= most || chain.length === MOST) continue;
      const { row } = reference;
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${zone.zone.owner(row)} reaches its records over ${chain.length} aliases (${chain.join(", ")}): point it at the last one`,
      });
    }
  },
} as const satisfies Rule;

/** Whether the target is a name of the same zone, and no alias. */
function endsHere(reference: Reference): boolean {
  return !reference.isAliasHere && reference.existsHere;
}

/** The names that an alias of `target` leads through, `target` first and the last one no alias. */
function follow(world: World, view: string, target: Name): readonly Name[] {
  const chain = [target];
  while (chain.length < MOST) {
    const at = chain.at(-1)!;
    const zone = world.zoneOf(at, view)?.zone;
    const row = zone?.rows(at, TYPE.CNAME)[0];
    if (zone === undefined || row === undefined) break;
    chain.push(nameKey(nameFromWire(zone.rdata(row)).name));
  }
  return chain;
}
