import { compareOctets, type RRset, TYPE, typeName } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const repoViewSkew = {
  id: "repo-view-skew",
  severity: "info",
  set: "all",
  scope: "repository",
  structural: false,
  types: [TYPE.NS, TYPE.MX],
  summary: "A zone whose nameservers or mail servers differ from those of its namesake in another view.",
  explanation:
    "Views are meant to differ in addresses. Different NS or MX records at the apex are often one that was changed in " +
    "one file and forgotten in the other; where it is meant so, ignore the finding with a reason.",
  examples: {
    fail: [
      {
        title: "a mail server that only the inside has",
        zones: [
          {
            ...exampleZone("example.org.", "@ MX 10 mx.example.net.\n@ MX 20 mx2.example.net."),
            view: "outside",
          },
          {
            ...exampleZone(
              "example.org.",
              "@ MX 10 mx.example.net. ;! repo-view-skew @ MX 10 mx.example.net.",
            ),
            view: "inside",
          },
        ],
      },
    ],
    pass: [
      {
        title: "other addresses, the same servers",
        zones: [
          { ...exampleZone("example.org.", "www A 192.0.2.1"), view: "outside" },
          { ...exampleZone("example.org.", "www A 198.51.100.1"), view: "inside" },
        ],
      },
    ],
  },
  check({ zone, zones, report }) {
    const first = zones.find(({ name }) => name === zone.name);
    if (first === undefined || first === zone) return;
    for (const type of [TYPE.NS, TYPE.MX] as const) {
      const here = zone.zone.rrset(zone.name, type);
      const there = first.zone.rrset(zone.name, type);
      if (here === undefined || there === undefined || isSame(here, there)) continue;
      const row = here.rows[0];
      report({
        row,
        message: `the ${typeName(type)} records of ${zone.name} differ between the views ${zone.view} and ${first.view} (${first.file} line ${first.zone.place(there.rows[0]!).line})`,
      });
    }
  },
} as const satisfies Rule;

function isSame({ canonical: a }: RRset, { canonical: b }: RRset): boolean {
  return a.length === b.length && a.every((octets, at) => compareOctets(octets, b[at]!) === 0);
}
