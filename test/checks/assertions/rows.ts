import { describe, expect, test } from "@jest/globals";
import { judgeIn, type Zones } from "../world.ts";

/** An expectation of one kind, as YAML under `expect:`, and records to judge. */
export interface Row {
  readonly expectation: string;
  /** Those of acme.example, after a SOA and `$TTL 300` on the first two lines. */
  readonly records?: string;
  /** Other zones. */
  readonly zones?: Zones;
  /** The zones of another view, "external"; the others are then those of "internal". */
  readonly external?: Zones;
  /** Parts of the failures' messages, one text or several a failure; undefined where it holds. */
  readonly fails?: readonly (string | readonly string[])[];
}

/** One test a row. In `fails`, texts alone belong to the one failure there is. */
export function judgeRows(kind: string, rows: readonly Row[], { zones = {} }: { zones?: Zones } = {}): void {
  describe(kind, () => {
    test.each(rows.map((row) => [row.expectation.replaceAll("\n", " "), row.records ?? "", row] as const))(
      "%s with %j",
      (_expectation, _records, row) => {
        const own: Zones = { "acme.example": row.records ?? "", ...zones, ...row.zones };
        const views = row.external ? { internal: own, external: row.external } : { default: own };
        const messages = judgeIn(row.expectation, views);
        const wanted = wantedOf(row.fails ?? []);
        expect(messages).toHaveLength(wanted.length);
        for (const [index, parts] of wanted.entries())
          for (const part of parts) expect(messages[index]).toContain(part);
      },
    );
  });
}

function wantedOf(fails: NonNullable<Row["fails"]>): readonly (readonly string[])[] {
  const alone = fails.filter((one) => typeof one === "string");
  return alone.length > 0 ? [alone] : (fails as readonly (readonly string[])[]);
}
