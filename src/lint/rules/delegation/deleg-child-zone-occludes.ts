import {
  compareOctets,
  type Name,
  nameFromWire,
  nameKey,
  type RRType,
  TYPE,
  typeName,
} from "../../../dns/index.ts";
import { nameserverKeys } from "../../delegation/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { apexIn } from "../../tree/index.ts";
import type { LintZone } from "../../zone.ts";

export const delegChildZoneOccludes = {
  id: "deleg-child-zone-occludes",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  supersedes: ["occluded-below-delegation"],
  summary: "A record whose name belongs to another zone of the repository, below this one.",
  rfc: "RFC 1034 §4.2.1",
  explanation:
    "A server that has both zones answers from the one with the longer name, and never with this record; one that has " +
    "only this zone may answer with it. So the answer depends on who is asked. Move the record into the other zone. NS " +
    "and DS records at that zone's name, addresses of nameservers, and records that the other zone has just so are " +
    "left alone.",
  examples: {
    fail: [
      {
        title: "a host in the parent zone",
        zones: [
          exampleZone(
            "example.org.",
            `
            lab     NS ns1.example.com.
            lab     NS ns2.example.com.
            one.lab A  192.0.2.1 ;! deleg-child-zone-occludes one.lab A  192.0.2.1
            `,
          ),
          exampleZone("lab.example.org.", "two A 192.0.2.2"),
        ],
      },
      {
        title: "without a delegation",
        zones: [
          exampleZone("example.org.", "lab A 192.0.2.1 ;! deleg-child-zone-occludes lab A 192.0.2.1"),
          exampleZone("lab.example.org.", "@ A 192.0.2.9"),
        ],
      },
    ],
    pass: [
      {
        title: "glue, and a zone with a similar name",
        zones: [
          exampleZone(
            "example.org.",
            `
            lab    NS ns.lab
            lab    NS ns1.example.com.
            ns.lab A  192.0.2.53
            mylab  A  192.0.2.1
            `,
          ),
          {
            origin: "lab.example.org.",
            text: "$TTL 1h\n@ SOA ns h.example.com. 1 4h 1h 14d 1h\n@ NS ns\n@ NS ns1.example.com.\nns A 192.0.2.53\n",
          },
        ],
      },
    ],
  },
  check(context) {
    const { zone, world, once, report } = context;
    if (world.decidesAlone(zone)) return;
    const find = childFinder(context);
    const nameservers = once(nameserverKeys);
    const { owner: owners, names } = zone.zone.columns;
    for (let row = 0; row < zone.zone.size; row += 1) {
      const child = find(row);
      if (!child) continue;
      const type = zone.zone.type(row);
      const owner = zone.zone.ownerKey(row);
      if (owner === child.zone.apex && atCut.has(type)) continue;
      if ((type === TYPE.A || type === TYPE.AAAA) && nameservers[names.key[owners[row]!]!] === 1) continue;
      const data = zone.zone.rdata(row);
      if (child.zone.rows(owner, type).some((at) => compareOctets(child.zone.rdata(at), data) === 0))
        continue;
      report({
        row,
        message: `${owner} belongs to the zone ${child.name} (${child.file}): servers that have it never answer with this ${typeName(type)} record; move it there`,
      });
    }
  },
} as const satisfies Rule;

const atCut: ReadonlySet<RRType> = new Set([TYPE.NS, TYPE.DS, TYPE.NSEC, TYPE.RRSIG]);

/** Finds the zone below this one that the owner of a row belongs to. Strings are made for names as long as a zone's only. */
function childFinder({ zone, world }: RuleContext): (row: number) => LintZone | undefined {
  const below = world.zonesBelow(zone.name, zone.view).filter((name) => name !== zone.zone.apex);
  const children = new Map<Name, LintZone>();
  for (const name of below) {
    const child = world.zoneOf(name, zone.view);
    if (child) children.set(name, child);
  }
  const lengths = new Set([...children.values()].map((child) => child.zone.apexWire.length));
  const { owner, names } = zone.zone.columns;
  return (row) => {
    const id = names.key[owner[row]!]!;
    const wire = names.octets.subarray(names.start[id], names.start[id + 1]);
    const apexAt = apexIn(zone.zone, wire, 0);
    for (let at = 0; at < apexAt; at += wire[at]! + 1) {
      if (!lengths.has(wire.length - at)) continue;
      const child = children.get(nameKey(nameFromWire(wire, at).name));
      if (child) return child;
    }
    return undefined;
  };
}
