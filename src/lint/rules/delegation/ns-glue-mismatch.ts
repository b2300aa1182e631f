import { type Name, nameKey, TYPE, typeName } from "../../../dns/index.ts";
import { type KnownDelegation, knownDelegations } from "../../delegation/index.ts";
import { exampleZone } from "../../example.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { resolve } from "../../world.ts";
import { insertBehind, replaceSpan } from "../../writing/index.ts";

export const nsGlueMismatch = {
  id: "ns-glue-mismatch",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "Glue that differs from the nameserver's addresses in the delegated zone, both in the repository.",
  rfc: "RFC 1034 §4.2.1, RFC 9471",
  explanation:
    "The first question to the zone goes to the address in the glue: where the server has moved, it goes nowhere, and " +
    "the zone is slow or gone. The zone's own addresses count. Write the same as glue; an address that only the zone " +
    "has is a warning.",
  examples: {
    fail: [
      {
        title: "the server has moved, and has IPv6 now",
        zones: [
          exampleZone(
            "example.org.",
            `
            lab     NS ns1.lab
            lab     NS ns2.lab
            ns1.lab A  192.0.2.53 ;! ns-glue-mismatch 192.0.2.53
            ns2.lab A  198.51.100.53 ;! ns-glue-mismatch ns2.lab A  198.51.100.53
            `,
          ),
          {
            origin: "lab.example.org.",
            text: "$TTL 1h\n@ SOA ns1 h.example.com. 1 4h 1h 14d 1h\n@ NS ns1\n@ NS ns2\nns1 A 203.0.113.53\nns2 A 198.51.100.53\nns2 AAAA 2001:db8::53\n",
          },
        ],
      },
    ],
    pass: [
      {
        title: "the same addresses",
        zones: [
          exampleZone("example.org.", "lab NS ns1.lab\nlab NS ns2.example.com.\nns1.lab A 192.0.2.53"),
          {
            origin: "lab.example.org.",
            text: "$TTL 1h\n@ SOA ns1 h.example.com. 1 4h 1h 14d 1h\n@ NS ns1\n@ NS ns2.example.com.\nns1 A 192.0.2.53\n",
          },
        ],
      },
    ],
  },
  check(context) {
    for (const delegation of knownDelegations(context)) {
      const targets = new Set(delegation.nameservers.references.map(({ target }) => nameKey(target)));
      for (const target of targets) {
        const { zone, world } = context;
        if (world.zoneOf(target, zone.view) === delegation.child) compare(context, delegation, target);
      }
    }
  },
} as const satisfies Rule;

/** Compares what the two zones say of one nameserver, family by family. */
function compare({ zone, world, report }: RuleContext, { child }: KnownDelegation, target: Name): void {
  const glue = [TYPE.A, TYPE.AAAA].flatMap((type) => zone.zone.rows(target, type));
  if (glue.length === 0) return;
  for (const type of [TYPE.A, TYPE.AAAA]) {
    const inChild = resolve(world, zone.view, target, type)?.rdata.map(addressText);
    if (!inChild) return;
    const rows = zone.zone.rows(target, type);
    const here = rows.map((row) => addressText(zone.zone.rdata(row)));
    const extra = rows.filter((_, at) => !inChild.includes(here[at]!));
    const missing = inChild.filter((address) => !here.includes(address));
    for (const [at, row] of extra.entries()) {
      const span = zone.tokens(row)?.rdata[0]?.span;
      const right = missing[at];
      const says = right ?? (inChild.length > 0 ? `only ${inChild.join(", ")}` : "none");
      report({
        row,
        span,
        message: `${child.name} itself (${child.file}) gives ${target} not this address but ${says}: the first question to it gets lost`,
        ...(right !== undefined &&
          span && { fix: replaceSpan(`write ${right}, as the zone does`, span, right) }),
      });
    }
    for (const address of missing.slice(extra.length)) {
      const row = glue.at(-1)!;
      const line = `${typeName(type)}\t${address}`;
      const place = insertBehind(zone, row, target, line);
      report({
        row,
        severity: "warning",
        message: `${child.name} itself (${child.file}) gives ${target} the address ${address} too: write it here as glue`,
        ...(place && { fix: { title: `add "${target} ${typeName(type)} ${address}"`, edits: [place.edit] } }),
      });
    }
  }
}
