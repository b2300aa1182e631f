import { typeName } from "../../../dns/index.ts";
import { exampleOrg, exampleZone } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { placeText } from "../../writing/index.ts";
import type { LintZone } from "../../zone.ts";

export const genShadow = {
  id: "gen-shadow",
  severity: "warning",
  set: "recommended",
  structural: false,
  summary: "A record for a name and type that $GENERATE makes a record for as well.",
  explanation:
    "A record of its own does not take the place of the generated one: both are answered. Leave the number out of the " +
    "range of $GENERATE, or remove the record.",
  examples: {
    fail: [
      exampleOrg(
        "one host was to be elsewhere",
        `
        $GENERATE 1-9 h$ A 192.0.2.$
        h5 A 192.0.2.50 ;! gen-shadow h5 A 192.0.2.50 ;! rr-sorted h5 A 192.0.2.50
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "left out of the range",
        `
        $GENERATE 1-4 h$ A 192.0.2.$
        h5 A 192.0.2.50
        `,
      ),
      {
        title: "a file that is included twice",
        zones: [
          {
            ...exampleZone(
              "example.org.",
              `
              $INCLUDE pool.inc
              $INCLUDE pool.inc lab.example.org.
              pool.lab A 192.0.2.50
              `,
            ),
            includes: { "pool.inc": "pool A 192.0.2.1\n" },
          },
        ],
      },
    ],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    const { owner, names, place } = zone.columns;
    const made = new Uint8Array(owner.length);
    const hasMade = new Uint8Array(names.key.length);
    let any = false;
    for (let row = 1; row < owner.length; row += 1) {
      if (place.offset[row] !== place.offset[row - 1] || place.file[row] !== place.file[row - 1]) continue;
      if (place.line[row] === 0) continue;
      for (const one of [row - 1, row]) {
        made[one] = 1;
        hasMade[names.key[owner[one]!]!] = 1;
      }
      any = true;
    }
    // By name and type: the first generated row.
    const generatedOf = new Map<number, number | undefined>();
    for (let row = 0; row < owner.length && any; row += 1) {
      if (made[row] === 1 || hasMade[names.key[owner[row]!]!] === 0) continue;
      const type = zone.type(row);
      const set = names.key[owner[row]!]! * 0x10000 + type;
      if (!generatedOf.has(set))
        generatedOf.set(
          set,
          zone.rows(zone.owner(row), type).find((one) => made[one] === 1),
        );
      const generated = generatedOf.get(set);
      if (generated === undefined || !isTemplate(lintZone, generated)) continue;
      report({
        row,
        message: `$GENERATE (${placeText(zone, generated, row)}) makes a ${typeName(type)} record for ${zone.owner(row)} too: both are answered; leave it out of the range`,
      });
    }
  },
} as const satisfies Rule;

/** Whether the text of a record starts with a directive: a file that is included twice has records at one place too. */
function isTemplate({ tokens }: LintZone, row: number): boolean {
  const written = tokens(row);
  return written?.owner !== undefined && written.owner.span.column !== written.span.column;
}
