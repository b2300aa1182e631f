import { type Name, TYPE, type Zone } from "../../../dns/index.ts";
import {
  cutAbove,
  hasNameserverAddress,
  type NameserverSet,
  nameserverSets,
  needsGlue,
} from "../../delegation/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Reference } from "../../references.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { apexIn } from "../../tree/index.ts";

export const nsSiblingGlue = {
  id: "ns-sibling-glue",
  severity: "warning",
  mostSevere: "error",
  set: "strict",
  structural: false,
  types: [TYPE.NS],
  summary: "A delegation to a nameserver below another delegation of the zone, without its address.",
  rfc: "RFC 9471 §2.2 and §2.3",
  explanation:
    "To reach the nameserver a resolver has to look it up through the other delegation first. Where that one leads " +
    "back to this, directly or by a circle, nobody can reach either: then it is an error. Write the nameserver's A or " +
    "AAAA record here too.",
  examples: {
    fail: [
      exampleOrg(
        "through the other delegation",
        `
        lab NS ns1.dev ;! ns-sibling-glue ns1.dev
        lab NS ns.example.net.
        dev NS ns1.example.net.
        dev NS ns2.example.net.
        `,
      ),
      exampleOrg(
        "a circle: neither can be found",
        `
        lab NS ns1.dev ;! ns-sibling-glue ns1.dev
        lab NS ns2.dev ;! ns-sibling-glue ns2.dev
        dev NS ns1.lab ;! ns-sibling-glue ns1.lab
        dev NS ns2.lab ;! ns-sibling-glue ns2.lab
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "with glue",
        `
        lab     NS ns1.dev
        lab     NS ns.example.net.
        dev     NS ns1.dev
        dev     NS ns.example.net.
        ns1.dev A  192.0.2.53
        `,
      ),
    ],
  },
  check(context) {
    const { zone, report } = context;
    if (zone.incomplete || !context.rowsOf(TYPE.NS).some((row) => mayBeSibling(zone.zone, row))) return;
    const ways = nameserverSets(context).flatMap((set) => (set.isApex ? [] : [waysTo(zone.zone, set)]));
    const through = ways.flatMap(({ siblings }) => siblings);
    if (through.length === 0) return;
    const reachable = reachableCuts(ways);
    for (const { cut, siblings } of ways) {
      for (const { reference, by } of siblings) {
        const { row, target } = reference;
        const isLost = !reachable.has(cut);
        const what = isLost
          ? `nobody can find ${cut}, for its nameservers lead in a circle through ${by}`
          : `resolvers have to look it up through ${by} first`;
        report({
          row,
          span: targetTokenOf(zone, row)?.span,
          message: `${target} has no address here, and ${what}: write its A or AAAA record here as glue`,
          ...(isLost && { severity: "error" as const }),
        });
      }
    }
  },
} as const satisfies Rule;

/** Whether the nameserver in this row is in the zone, without an address here and not below its own delegation. */
function mayBeSibling(zone: Zone, row: number): boolean {
  return apexIn(zone, zone.rdata(row), 0) >= 0 && !hasNameserverAddress(zone, row) && !needsGlue(zone, row);
}

/** How the nameservers of one delegation are found. */
interface Ways {
  readonly cut: Name;
  /** Whether one of them is found without any delegation of this zone. */
  readonly direct: boolean;
  readonly siblings: readonly { readonly reference: Reference; readonly by: Name }[];
}

function waysTo(zone: Zone, set: NameserverSet): Ways {
  const cut = zone.ownerKey(set.row);
  const siblings: { reference: Reference; by: Name }[] = [];
  let direct = false;
  for (const reference of set.references) {
    const { target } = reference;
    const hasAddress = [TYPE.A, TYPE.AAAA].some((type) => zone.rows(target, type).length > 0);
    const by = hasAddress ? undefined : cutAbove(zone, target);
    if (by === undefined) direct = true;
    else if (by !== cut) siblings.push({ reference, by });
  }
  return { cut, direct, siblings };
}

/** The delegations that a resolver gets to, each looked at again only when one that it depends on is reached. */
function reachableCuts(ways: readonly Ways[]): ReadonlySet<Name> {
  const dependants = new Map<Name, Name[]>();
  for (const { cut, siblings } of ways) {
    for (const { by } of siblings) {
      const known = dependants.get(by);
      if (known) known.push(cut);
      else dependants.set(by, [cut]);
    }
  }
  const reached = new Set<Name>();
  const next = ways.filter(({ direct }) => direct).map(({ cut }) => cut);
  for (let cut = next.pop(); cut !== undefined; cut = next.pop()) {
    if (reached.has(cut)) continue;
    reached.add(cut);
    next.push(...(dependants.get(cut) ?? []));
  }
  return reached;
}
