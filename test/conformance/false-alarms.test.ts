import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { judged } from "../../bench/detect/ours.ts";
import type { Diagnostic } from "../../src/diagnostic/index.ts";
import { realErrors, warnings } from "./false-alarms/known.ts";
import { signedZones } from "./zone-readers/signed.ts";
import { packageZones, rfcZones, type ZoneSource } from "./zone-readers/sources.ts";

/** After all dates in the zones' comments, and before any signature of today. */
const now = Date.parse("2026-01-01");

function findings({ origin, files }: ZoneSource, at = now): Diagnostic[] {
  return judged({ origin, file: "example.zone", files }, "recommended", at);
}

const errorsOf = (found: readonly Diagnostic[]) =>
  found.filter(({ severity }) => severity === "error").map(({ line, rule }) => `${line} ${rule}`);

const examples = [...rfcZones(), ...packageZones()];

describe("the rules of `recommended`", () => {
  test("find no error in the zones of RFCs and of the servers' packages that is not real", () => {
    const found = examples.map((zone) => ({ zone: zone.id, errors: errorsOf(findings(zone)) }));
    expect(found.filter(({ errors }) => errors.length > 0)).toEqual(
      realErrors.map(({ zone, errors }) => ({ zone, errors })),
    );
  });

  test("warn of what is written down, no more and no less", () => {
    const counts: Record<string, number> = {};
    for (const zone of examples) {
      for (const { rule, severity } of findings(zone))
        if (severity === "warning") counts[rule] = (counts[rule] ?? 0) + 1;
    }
    expect(counts).toEqual(warnings);
  });

  test("find no error in zones that BIND's signer and that of ldns just signed", async () => {
    const scratch = mkdtempSync(join(tmpdir(), "zonewright-signed-"));
    const toSign = /^rfc(?:1183|2782|3596|4035-a|4592-2\.2\.1|5155-a|6672)\.zone$/;
    try {
      const found: string[] = [];
      for (const zone of examples.filter(({ id }) => toSign.test(id))) {
        for (const signed of await signedZones(zone, scratch))
          found.push(...errorsOf(findings(signed, Date.now())).map((error) => `${signed.id}: ${error}`));
      }
      expect(found).toEqual([]);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }, 120_000);
});
