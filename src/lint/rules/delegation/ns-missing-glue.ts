import type { Fix } from "../../../diagnostic/index.ts";
import { type Name, TYPE, typeName } from "../../../dns/index.ts";
import { hasNameserverAddress, needsGlue } from "../../delegation/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule, RuleContext } from "../../rule.ts";
import { targetTokenOf } from "../../targets/index.ts";
import { resolve } from "../../world.ts";
import { insertBehind } from "../../writing/index.ts";
import type { LintZone } from "../../zone.ts";

export const nsMissingGlue = {
  id: "ns-missing-glue",
  severity: "error",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.NS],
  summary: "A delegation to a nameserver below the delegated name, without its address.",
  rfc: "RFC 1034 §4.2.1, RFC 9471",
  explanation:
    "To ask the nameserver one needs its address, which only that nameserver could tell: the parent zone must hold " +
    "the address too, as glue. Write its A or AAAA record beside the NS record.",
  examples: {
    fail: [
      exampleOrg("no glue", "lab NS ns.lab ;! ns-missing-glue ns.lab\nlab NS ns.example.net."),
      {
        title: "the child zone, in the repository too, has the address",
        zones: [
          exampleZone(
            "example.org.",
            "lab NS ns.lab ;! ns-missing-glue ns.lab\nlab NS ns1.example.com.\nwww A 192.0.2.1",
          ),
          {
            origin: "lab.example.org.",
            text: "$TTL 1h\n@ SOA ns h.example.com. 1 4h 1h 14d 1h\n@ NS ns\n@ NS ns1.example.com.\nns A 192.0.2.53\nns AAAA 2001:db8::53\n",
          },
        ],
      },
    ],
    pass: [
      exampleOrg(
        "glue, and a nameserver elsewhere",
        `
        lab    NS ns.lab
        lab    NS ns.example.net.
        ns.lab A  192.0.2.1
        `,
      ),
    ],
  },
  check(context) {
    const { zone, references, report } = context;
    if (zone.incomplete) return;
    for (const reference of references(TYPE.NS)) {
      const { row } = reference;
      if (!needsGlue(zone.zone, row) || hasNameserverAddress(zone.zone, row)) continue;
      const { target } = reference;
      const lines = knownAddresses(context, target);
      const what = lines.length > 0 ? `write ${lines.join(" and ")}` : "write its A or AAAA record";
      const fix = glueFix(zone, row, target, lines);
      report({
        row,
        span: targetTokenOf(zone, row)?.span,
        message: `${target} is below ${zone.zone.owner(row)}, which it serves: ${what} here as glue, or nobody can find it`,
        ...(fix && { fix }),
      });
    }
  },
} as const satisfies Rule;

const addressTypes = [TYPE.A, TYPE.AAAA] as const;

/** Type and data of each address that the child zone, where it is in the repository, gives the nameserver. */
function knownAddresses({ zone, world }: RuleContext, target: Name): readonly string[] {
  return addressTypes.flatMap((type) =>
    (resolve(world, zone.view, target, type)?.rdata ?? []).map(
      (address) => `${typeName(type)} ${addressText(address)}`,
    ),
  );
}

/** Writes the lines behind the NS record, where there are any. */
function glueFix(zone: LintZone, row: number, target: Name, lines: readonly string[]): Fix | undefined {
  const places = lines.map((line) => insertBehind(zone, row, target, line.replace(" ", "\t")));
  const [first] = places;
  if (!first) return undefined;
  const text = places.map((place) => place!.edit.text).join("");
  return { title: `write the glue of ${target}`, edits: [{ ...first.edit, text }] };
}
