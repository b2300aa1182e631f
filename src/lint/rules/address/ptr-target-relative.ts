import { TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { treeOf } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { apexIn } from "../../tree/index.ts";
import { addDot, withDot } from "../../writing/index.ts";

export const ptrTargetRelative = {
  id: "ptr-target-relative",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.PTR],
  supersedes: ["missing-trailing-dot-target", "ptr-mismatch"],
  summary: "A PTR record whose name, without a final dot, was completed with the reverse zone's.",
  rfc: "RFC 1035 §3.5",
  explanation:
    "In a reverse zone a name without a final dot ends in in-addr.arpa. or ip6.arpa., where no host is. Write the " +
    "host's whole name, with the dot.",
  examples: {
    fail: [
      {
        title: "a forgotten dot",
        zones: [
          exampleZone(
            "2.0.192.in-addr.arpa.",
            "10 PTR www.example.org ;! ptr-target-relative www.example.org",
          ),
        ],
      },
      {
        title: "a host without its domain",
        zones: [exampleZone("2.0.192.in-addr.arpa.", "11 PTR mail ;! ptr-target-relative mail")],
      },
    ],
    pass: [
      {
        title: "whole names, and services of the reverse zone itself (RFC 6763)",
        zones: [
          exampleZone(
            "2.0.192.in-addr.arpa.",
            `
            10             PTR www.example.org.
            b._dns-sd._udp PTR @
            `,
          ),
        ],
      },
    ],
  },
  check({ zone, world, references, report }) {
    if (treeOf(zone.name) === undefined) return;
    for (const reference of references(TYPE.PTR)) {
      const { row } = reference;
      const rdata = zone.zone.rdata(row);
      if (apexIn(zone.zone, rdata, 0) < 0) continue;
      const token = targetTokenOf(zone, row);
      if (!token || token.text === "@" || token.text.endsWith(".")) continue;
      const { target } = reference;
      if (world.standingOf(reference, zone) === "exists") continue;
      if (zone.zone.ownerKey(row).includes("_")) continue;
      const meant = withDot(token);
      const isWhole = meant !== undefined && meant.indexOf(".") < meant.length - 1;
      report({
        row,
        span: token.span,
        message: `${token.text} has no final dot and means ${target}: write the host's whole name, with the dot`,
        ...(isWhole && { fix: addDot(token) }),
      });
    }
  },
} as const satisfies Rule;
