import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { renderPlan } from "../../src/plan/index.ts";
import { type Content, judge } from "./repository.ts";

const zonePieces = [
  ...'\n\t ();@.*\\"$',
  "\n",
  "$ORIGIN ",
  "$TTL 300\n",
  "$INCLUDE part.inc\n",
  "@ SOA ns1 host 1 2 3 4 5\n",
  "www A 192.0.2.1\n",
  "a CNAME b\n",
  "b CNAME a\n",
  "x DNAME x.x\n",
  "out.test. A 192.0.2.1\n",
  "* NS *\n",
  "t TYPE65280 \\# 2 abcd\n",
  "s SRV 0 0 1 a\n",
  "\u202e\ud83c\udfb5",
];
const yamlPieces = [
  "\n",
  "  ",
  "- ",
  "checks:\n",
  "lists:\n",
  "  l: [a, b]\n",
  "  - name: one\n",
  "    for: { v: l }\n",
  "    expect:\n",
  '      - nxdomain: "{v}.acme.example"\n',
  "      - srv: {v}\n",
  "&a *a ",
  "__proto__: ",
  "version: 1\n",
  "zones: [{ files: '**' }]\n",
  "{",
  "]",
  "\0",
];
const textOf = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(""));
const tree: fc.Arbitrary<Content> = fc.record({
  "zones/acme.example.zone": textOf(zonePieces),
  "zones/sub.acme.example.zone": textOf(zonePieces),
  "zones/part.inc": textOf(zonePieces),
  "checks/a.yml": textOf(yamlPieces),
  ".github/zonewright.yml": fc.oneof(fc.constant("version: 1\n"), textOf(yamlPieces)),
});

test("no content of a repository makes the evaluation throw, or pass with a reason against it", () => {
  fc.assert(
    fc.property(tree, tree, (before, after) => {
      const evaluation = judge(before, after, { texts: true });
      expect(evaluation.passed).toBe(evaluation.reasons.length === 0);
      const failing = evaluation.diagnostics.some(({ severity }) => severity === "error");
      if (failing || evaluation.checks.some(({ passed }) => !passed)) expect(evaluation.passed).toBe(false);
      for (const format of ["text", "json", "markdown"] as const) renderPlan(evaluation.plan, format);
      expect(structuredClone(evaluation)).toEqual(evaluation);
    }),
    { numRuns: 300 },
  );
});
