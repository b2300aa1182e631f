import { TYPE } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import { treeOf } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";

export const cnameDangling = {
  id: "cname-dangling",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.CNAME],
  summary: "A CNAME whose target is in a zone of the repository and does not exist.",
  rfc: "RFC 1912 §2.4",
  explanation:
    "Who asks for the alias is told that it does not exist. The target is looked for in all zones of the repository " +
    "with the same view, as a nameserver would: wildcards count, and names below a delegation that the repository " +
    "does not have are left alone. Create the target, or point the alias elsewhere.",
  examples: {
    fail: [
      exampleOrg("in the same zone", "www CNAME web ;! cname-dangling web"),
      {
        title: "in another zone of the repository",
        zones: [
          exampleZone("example.org.", "www CNAME web.example.net. ;! cname-dangling web.example.net."),
          exampleZone("example.net.", "mail A 192.0.2.1"),
        ],
      },
    ],
    pass: [
      exampleOrg(
        "targets that exist, also as the parent of a name only",
        `
        web A 192.0.2.1
        one.app A 192.0.2.2
        www CNAME web
        _tree CNAME app
        `,
      ),
      exampleOrg(
        "targets the repository cannot know",
        `
        lab NS ns1.example.com.
        lab NS ns2.example.com.
        www CNAME web.example.net.
        one CNAME host.lab
        `,
      ),
    ],
  },
  check({ zone, world, references, report }) {
    for (const reference of references(TYPE.CNAME)) {
      if (world.standingOf(reference, zone) !== "absent") continue;
      const { row, target } = reference;
      const other = world.zoneOf(target, zone.view);
      // A block's zone (RFC 2317) need not have every number that leads there.
      if (other !== zone && treeOf(zone.name) !== undefined && treeOf(target) !== undefined) continue;
      const where = other && other !== zone ? ` in ${other.file}` : "";
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${zone.zone.owner(row)} is an alias of ${target}, which does not exist${where}`,
      });
    }
  },
} as const satisfies Rule;
