import { type Name, parseName, type RRType, rdataToText, TYPE, type Zone } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule, RuleContext } from "../../rule.ts";

export const catalogZone = {
  id: "catalog-zone",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.PTR],
  summary: "A catalog zone without its version, or with a member that is not exactly one name.",
  rfc: "RFC 9432 §4",
  explanation:
    'Nameservers take a catalog only if version.<catalog> is the single TXT record "2", and a member only if its label ' +
    "below zones.<catalog> has exactly one PTR record. What else stands there is ignored without a word, and the member " +
    "is not served. A zone with PTR records below `zones` and no address record is taken for a catalog.",
  examples: {
    fail: [
      {
        title: "no version, and a member with two names",
        zones: [
          exampleZone(
            "catalog.example.",
            `
            m1.zones PTR one.example.net. ;! catalog-zone m1.zones PTR one.example.net.
            m1.zones PTR two.example.net. ;! catalog-zone m1.zones PTR two.example.net.
            `,
          ),
        ],
      },
    ],
    pass: [
      {
        title: "a catalog with its version and a member",
        zones: [
          exampleZone(
            "catalog.example.",
            `
            version  TXT "2"
            m1.zones PTR one.example.net.
            `,
          ),
        ],
      },
    ],
  },
  check(context) {
    const { zone, rowsOf, report } = context;
    const below = `.${childOf(zone.name, "zones")}`;
    const members = rowsOf(TYPE.PTR).filter((row) => zone.zone.ownerKey(row).endsWith(below));
    if (members.length === 0 || rowsOf(TYPE.A, TYPE.AAAA).length > 0) return;
    checkVersion(context, members[0]!);
    for (const [owner, rows] of Map.groupBy(members, (row) => zone.zone.ownerKey(row))) {
      for (const row of rows.slice(1))
        report({
          row,
          message: `${owner} has ${rows.length} PTR records: a member of a catalog has one, and this member is not served`,
        });
    }
  },
} as const satisfies Rule;

function checkVersion({ zone, report }: RuleContext, first: number): void {
  const name = childOf(zone.name, "version");
  const found = textsOf(zone.zone, name, TYPE.TXT);
  if (found.length === 1 && found[0] === '"2"') return;
  const said = found.length === 0 ? "there is none" : `it is ${found.join(" and ")}`;
  report({
    row: zone.zone.rows(name, TYPE.TXT)[0] ?? first,
    message: `${name} has to be the one TXT record "2", or servers do not take this catalog; ${said}`,
  });
}

function textsOf(zone: Zone, name: Name, type: RRType): readonly string[] {
  return zone.rows(name, type).map((row) => rdataToText(type, zone.rdata(row)));
}

function childOf(name: Name, label: string): Name {
  return parseName(label, name);
}
