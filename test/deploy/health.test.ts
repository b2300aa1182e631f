import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Health, type HealthPeriod, nextHealth } from "../../src/deploy/index.ts";

type Verdict = "pass" | "fail" | "unknown";

/** Health after rounds at 1, 2, 3 …, and the periods that ended on the way. */
function seenIn(...seen: readonly Verdict[]): { health: Health; ended: HealthPeriod[] } {
  let health: Health | undefined;
  const ended: HealthPeriod[] = [];
  for (const [index, verdict] of seen.entries()) {
    const next = nextHealth(health, verdict, index + 1);
    health = next.health;
    if (next.ended) ended.push(next.ended);
  }
  return { health: health!, ended };
}

describe("how a check does", () => {
  test.each<[string, Verdict[], Verdict | undefined, number]>([
    ["passes from the first round on", ["pass"], "pass", 1],
    ["is not decided by the first round that fails", ["fail"], undefined, 1],
    ["fails after two in a row, since the first of them", ["pass", "pass", "fail", "fail"], "fail", 3],
    ["still passes while it flaps", ["pass", "fail", "pass", "fail", "pass", "fail"], "pass", 1],
    ["passes again after two in a row", ["fail", "fail", "pass", "pass"], "pass", 3],
    ["still fails while two rounds could not tell", ["fail", "fail", "unknown", "unknown"], "fail", 1],
    ["cannot be told after three", ["pass", "unknown", "unknown", "unknown"], "unknown", 2],
    [
      "fails also if it could not be told before",
      ["unknown", "unknown", "unknown", "fail", "fail"],
      "fail",
      4,
    ],
  ])("%s", (_what, seen, verdict, since) => {
    expect(seenIn(...seen).health).toMatchObject({ verdict, since, at: seen.length });
  });

  test("leaves the periods that are over behind", () => {
    expect(seenIn("pass", "fail", "fail", "pass", "pass").ended).toEqual([
      { verdict: "pass", since: 1, until: 2 },
      { verdict: "fail", since: 2, until: 4 },
    ]);
  });

  test("has periods that follow on each other and change the verdict each time", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Verdict>("pass", "fail", "unknown"), { minLength: 1 }), (seen) => {
        const { health, ended } = seenIn(...seen);
        const all = [...ended, ...(health.verdict ? [{ verdict: health.verdict, since: health.since }] : [])];
        for (const [index, { verdict, since }] of all.entries()) {
          if (index === 0) continue;
          expect(since).toBe(ended[index - 1]!.until);
          expect(verdict).not.toBe(all[index - 1]!.verdict);
        }
      }),
    );
  });
});
