import { type Name, type RRType, TYPE, typeName } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { treeOf } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import type { LintZone } from "../../zone.ts";

export const cnameTargetNodata = {
  id: "cname-target-nodata",
  severity: "info",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.CNAME],
  summary: "An alias of a name of the repository that exists and has no address.",
  rfc: "RFC 2308 §2.2",
  explanation:
    "Who follows the alias finds a name and no host. It is as it should be where the alias is for other records: " +
    'aliases with "_" in them, and targets with records for services, are left alone, and so are reverse zones. Else ' +
    "give the target an address, or point the alias at the host.",
  examples: {
    fail: [
      exampleOrg(
        "the zone's own name has none",
        'www CNAME @ ;! cname-target-nodata @\ninfo CNAME text ;! cname-target-nodata text\ntext TXT "hello"',
      ),
    ],
    pass: [
      exampleOrg(
        "for other records",
        `
        _acme-challenge.www CNAME challenges
        challenges          TXT   "token"
        chat                CNAME service
        service             HTTPS 1 host.example.net. alpn=h2
        `,
      ),
    ],
  },
  check({ zone, world, references, report }) {
    if (treeOf(zone.name) !== undefined) return;
    for (const reference of references(TYPE.CNAME)) {
      if (world.addressesOf(reference, zone) !== "none") continue;
      const { row, target } = reference;
      const owner = zone.zone.owner(row);
      if (owner.includes("_") || target.includes("_")) continue;
      const types = typesAt(world.zoneOf(target, zone.view), target);
      if (types.some((type) => !plainTypes.has(type))) continue;
      const has =
        types.length > 0 ? `only ${types.map(typeName).join(", ")} records` : "no records of its own";
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${target} has no address, ${has}: who looks for the host ${owner} finds none`,
      });
    }
  },
} as const satisfies Rule;

/** Types that say something about a name and nothing about how to reach it. */
const plainTypes: ReadonlySet<RRType> = new Set([
  TYPE.SOA,
  TYPE.NS,
  TYPE.TXT,
  TYPE.MX,
  TYPE.CAA,
  TYPE.HINFO,
  TYPE.RP,
  TYPE.DNSKEY,
  TYPE.RRSIG,
  TYPE.NSEC,
  TYPE.NSEC3PARAM,
]);

function typesAt(zone: LintZone | undefined, name: Name): readonly RRType[] {
  return zone?.zone.types(name) ?? [];
}
