import { labelsOf, nameKey, TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { partOf, treeOf } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const rfc2317Delegation = {
  id: "rfc2317-delegation",
  severity: "warning",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.CNAME, TYPE.NS],
  supersedes: ["cname-dangling"],
  summary:
    "A block of a reverse zone delegated by aliases (RFC 2317) of which one half is missing or does not fit.",
  rfc: "RFC 2317 §4",
  explanation:
    "To delegate less than a network one gives the block a name such as 0/25, delegates it with NS records, and makes " +
    "the name of each address an alias of the same number below that name. Without the NS records the aliases lead " +
    "nowhere; an alias with another number gives an address the name of its neighbour; without aliases nobody comes " +
    "to the block at all.",
  examples: {
    fail: [
      {
        title: "no NS records",
        zones: [exampleZone("2.0.192.in-addr.arpa.", "10 CNAME 10.0/25 ;! rfc2317-delegation 10.0/25")],
      },
      {
        title: "another number, and no aliases",
        zones: [
          exampleZone(
            "2.0.192.in-addr.arpa.",
            `
            0/25    NS    ns1.example.net.
            0/25    NS    ns2.example.net.
            128-255 NS    ns1.example.net. ;! rfc2317-delegation 128-255
            128-255 NS    ns2.example.net.
            10      CNAME 10.0/25
            11      CNAME 10.0/25 ;! rfc2317-delegation 10.0/25
            `,
          ),
        ],
      },
    ],
    pass: [
      {
        title: "both halves",
        zones: [
          exampleZone(
            "2.0.192.in-addr.arpa.",
            "0/25 NS ns1.example.net.\n0/25 NS ns2.example.net.\n10 CNAME 10.0/25\n11 CNAME 11.hosts.example.net.",
          ),
        ],
      },
    ],
  },
  check({ zone, world, references, report }) {
    if (treeOf(zone.name) !== 4) return;
    const reached = new Set<string>();
    for (const reference of references(TYPE.CNAME)) {
      const { row, target } = reference;
      const [number, block, ...rest] = labelsOf(nameKey(target));
      const [own] = labelsOf(zone.zone.ownerKey(row));
      if (block === undefined || partOf(number!, 4) === undefined || treeOf(target) !== 4) continue;
      const name = `${[block, ...rest].join(".")}.`;
      reached.add(name);
      if (partOf(block, 4) !== undefined) continue;
      const message =
        world.zoneOf(target, zone.view) === zone && world.standingOf(reference, zone) === "absent"
          ? `${target} does not exist: delegate ${name} with NS records, or write the PTR record there`
          : number !== own && partOf(own!, 4) !== undefined
            ? `the alias of number ${own} leads to number ${number} of ${name}`
            : undefined;
      if (message !== undefined) report({ row, span: targetTokenOf(zone, row)?.span, message });
    }
    for (const { row } of references(TYPE.NS)) {
      const owner = zone.zone.ownerKey(row);
      if (owner === zone.zone.apex || !/^\d+[/-]\d+$/.test(labelsOf(owner)[0]!)) continue;
      if (reached.has(owner)) continue;
      reached.add(owner);
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `no address of ${zone.name} is an alias of a name below ${owner}: nobody comes to this block; write a CNAME for each address (RFC 2317)`,
      });
    }
  },
} as const satisfies Rule;
