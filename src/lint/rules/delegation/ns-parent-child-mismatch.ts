import { type Name, nameFromWire, nameKey, TYPE } from "../../../dns/index.ts";
import { knownDelegations, parentZone } from "../../delegation/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { replaceSpan } from "../../writing/index.ts";
import type { LintZone } from "../../zone.ts";

export const nsParentChildMismatch = {
  id: "ns-parent-child-mismatch",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "A delegation that names other nameservers than the delegated zone, both in the repository.",
  rfc: "RFC 1034 §4.2.2",
  explanation:
    "Resolvers find the zone by the parent's NS records and go on with the zone's own: a server in one of the two only " +
    "either gets no questions or gets questions that it may not answer. Write the same set in both zones.",
  examples: {
    fail: [
      {
        title: "one nameserver was replaced in the child only",
        zones: [
          exampleZone(
            "example.org.",
            "lab NS ns1.example.com.\nlab NS old.example.com. ;! ns-parent-child-mismatch old.example.com.",
          ),
          {
            origin: "lab.example.org.",
            text: "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n",
          },
        ],
      },
    ],
    pass: [
      {
        title: "the same set, and a zone that is not delegated here",
        zones: [
          exampleZone("example.org.", "lab NS NS2.example.com.\nlab NS ns1.example.com."),
          exampleZone("lab.example.org.", "www A 192.0.2.1"),
          exampleZone("dev.example.org.", "www A 192.0.2.1"),
        ],
      },
    ],
  },
  check(context) {
    reportInParent(context);
    reportInChild(context);
  },
} as const satisfies Rule;

function reportInParent(context: RuleContext): void {
  const { zone, report } = context;
  for (const { nameservers, child } of knownDelegations(context)) {
    const inChild = targetsAt(child, child.name);
    if (inChild.size === 0) continue;
    const here = new Set(nameservers.references.map(({ target }) => nameKey(target)));
    const extra = nameservers.references.filter(({ target }) => !inChild.has(nameKey(target)));
    const missing = [...inChild.keys()].filter((target) => !here.has(target));
    for (const { row, target } of extra) {
      const span = targetTokenOf(zone, row)?.span;
      const isSwap = extra.length === 1 && missing.length === 1;
      const remedy = isSwap ? `which has ${missing[0]} instead` : "which does not name it";
      report({
        row,
        span,
        message: `${target} is a nameserver of ${child.name} here, and not in the zone itself (${child.file}), ${remedy}: write the same set in both`,
        ...(isSwap && span && { fix: replaceSpan(`name ${missing[0]} as the zone does`, span, missing[0]!) }),
      });
    }
  }
}

function reportInChild(context: RuleContext): void {
  const { zone, references, report } = context;
  const parent = parentZone(context);
  if (!parent || zone.incomplete) return;
  const inParent = targetsAt(parent, zone.name);
  if (inParent.size === 0) return;
  const own = references(TYPE.NS).filter(({ row }) => zone.zone.ownerKey(row) === zone.zone.apex);
  const extra = own.filter(({ target }) => !inParent.has(nameKey(target)));
  const here = new Set(own.map(({ target }) => nameKey(target)));
  // One in place of another is told where the parent names it, with the fix.
  if (extra.length === 1 && [...inParent.keys()].filter((target) => !here.has(target)).length === 1) return;
  const last = parent.zone.place([...inParent.values()].at(-1)!);
  for (const { row, target } of extra) {
    report({
      row,
      span: targetTokenOf(zone, row)?.span,
      message: `${target} is not among the nameservers of ${zone.name} in ${parent.name}: add "${zone.name} NS ${target}" to ${last.file} after line ${last.line}, or nobody is sent to it`,
    });
  }
}

/** The nameservers of a name in a zone, in key form, each with its row. */
function targetsAt({ zone }: LintZone, owner: Name): ReadonlyMap<Name, number> {
  return new Map(zone.rows(owner, TYPE.NS).map((row) => [nameKey(nameFromWire(zone.rdata(row)).name), row]));
}
