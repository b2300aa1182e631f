import { parentOf, type RRType, TYPE, type Zone } from "../../../dns/index.ts";
import { atType, signedText } from "../../dnssec/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";

/** What a signed zone has, each of one of these types. */
const parts: readonly { readonly what: string; readonly types: readonly RRType[] }[] = [
  { what: "DNSKEY", types: [TYPE.DNSKEY] },
  { what: "RRSIG", types: [TYPE.RRSIG] },
  { what: "NSEC or NSEC3", types: [TYPE.NSEC, TYPE.NSEC3] },
];

export const zoneUnsigned = {
  id: "zone-unsigned",
  severity: "error",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.DNSKEY, TYPE.RRSIG, TYPE.NSEC, TYPE.NSEC3],
  summary: "A change after which a zone that was signed lacks its keys, its signatures or its NSEC records.",
  rfc: "RFC 4035 §2",
  explanation:
    "While the parent zone has a DS record, resolvers that validate refuse every answer of a zone without keys or " +
    "signatures: for them the zone is gone. Sign the zone again. If it is to be unsigned, remove the DS record first, " +
    "wait for its TTL, and then remove the rest; if the servers are to sign it from now on, see that they have the keys.",
  examples: {
    fail: [
      {
        title: "the unsigned source in place of the signed zone",
        zones: [
          {
            origin: "example.org.",
            text: "$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 2 4h 1h 14d 1h ;! zone-unsigned SOA\n@ NS ns1.example.com.\n@ NS ns2.example.com.\nwww A 192.0.2.1\n",
            before: signedText("NSEC"),
            serial: "from-file",
          },
        ],
      },
    ],
    pass: [
      {
        title: "signed for the first time",
        zones: [
          {
            origin: "example.org.",
            text: signedText("NSEC"),
            before: exampleZone("example.org.", "www A 192.0.2.1").text.replace("com. 1 4h", "com. 0 4h"),
            serial: "from-file",
          },
        ],
      },
    ],
  },
  check({ zone, world, report }) {
    const { before } = zone;
    if (!before || before.zone === zone.zone || zone.incomplete || before.incomplete) return;
    const lost = parts.filter(({ types }) => hasAny(before.zone, types) && !hasAny(zone.zone, types));
    if (lost.length === 0) return;
    const soa = zone.zone.soa();
    const above = parentOf(zone.name);
    const parent = above && world.zoneOf(above, zone.view);
    const hasDs = parent !== undefined && parent.zone.rows(zone.name, TYPE.DS).length > 0;
    const then = hasDs
      ? `${parent.name} has a DS record for it (${parent.file}), so resolvers that validate refuse the whole zone`
      : "if the parent zone has a DS record for it, resolvers that validate refuse the whole zone";
    const message = `${zone.name} was signed, and this change removes all its ${lost.map(({ what }) => what).join(", ")} records: ${then}; sign it again, or remove the DS record first`;
    report({ ...(soa && atType(zone, soa.row)), message });
  },
} as const satisfies Rule;

function hasAny(zone: Zone, types: readonly RRType[]): boolean {
  return types.some((type) => zone.columns.type.includes(type));
}
