import { type Name, nameFromWire, nameKey, TYPE, type Zone } from "../../../dns/index.ts";
import { nameserverKeys } from "../../delegation/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import type { World } from "../../world.ts";

export const repoUnusedGlueHost = {
  id: "repo-unused-glue-host",
  severity: "info",
  set: "all",
  scope: "repository",
  structural: false,
  types: [TYPE.A, TYPE.AAAA],
  summary:
    "The address of a host that is called like a nameserver, but that no NS record of the repository names.",
  explanation:
    "Hosts called ns, ns1 or dns2 are taken for nameservers by whoever reads the zone; one that no zone delegates to is " +
    "often left over from a move. Delete it, or name it in the NS records.",
  examples: {
    fail: [exampleOrg("left over from a move", "ns3 A 192.0.2.53 ;! repo-unused-glue-host ns3")],
    pass: [
      exampleOrg(
        "in use, and a host that is called otherwise",
        `
        sub  NS ns1.sub
        sub  NS ns2.sub
        ns1.sub A 192.0.2.53
        ns2.sub A 198.51.100.53
        nsa  A  192.0.2.54
        `,
      ),
    ],
  },
  check(context) {
    const { zone, world, ownerRows, once, report } = context;
    const named = once(nameserverKeys);
    const { owner: owners, names } = zone.zone.columns;
    for (const row of ownerRows()) {
      if (!mayBeCalledLikeOne(zone.zone, row) || named[names.key[owners[row]!]!] === 1) continue;
      const owner = zone.zone.ownerKey(row);
      if (!/^(?:ns|dns)\d{0,3}\./.test(owner) || !hasAddress(context, owner)) continue;
      if (world.derived(nameserversOf).has(`${owner} ${zone.view}`)) continue;
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `${owner} is called like a nameserver, but no NS record of the repository names it`,
      });
    }
  },
} as const satisfies Rule;

/** Whether the owner's first label starts with an n or a d: of the others no text is made. */
function mayBeCalledLikeOne({ columns: { owner, names } }: Zone, row: number): boolean {
  const first = names.octets[names.start[owner[row]!]! + 1]! | 0x20;
  return first === 0x6e || first === 0x64;
}

function hasAddress({ zone: { zone } }: RuleContext, owner: Name): boolean {
  return zone.rows(owner, TYPE.A).length > 0 || zone.rows(owner, TYPE.AAAA).length > 0;
}

/** Names of nameservers, each with its view. */
function nameserversOf(world: World): ReadonlySet<string> {
  return new Set(
    world.zones.flatMap(({ zone, view }) =>
      [...zone.columns.type.keys()]
        .filter((row) => zone.type(row) === TYPE.NS)
        .map((row) => `${nameKey(nameFromWire(zone.rdata(row)).name)} ${view}`),
    ),
  );
}
