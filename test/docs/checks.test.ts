import { describe, expect, test } from "@jest/globals";
import { walk } from "./walk.ts";

const steps = await walk("docs/checks.md", { path: "zones/acme.example.zone", name: "acme.example." });

describe("who does what the guide says", () => {
  test.each(steps.map((step, index) => [index + 1, step] as const))(
    "sees what it shows: step %i",
    (_, step) => {
      expect(step.said).toBe(step.shown);
    },
  );

  test("sees checks fail and then pass", () => {
    const verdicts = steps.map(({ said }) => / (\d+) of (\d+) checks? passed/.exec(said)).filter(Boolean);
    expect(verdicts.filter((found) => found![1] !== found![2]).length).toBeGreaterThanOrEqual(3);
    expect(verdicts.at(-1)![1]).toBe(verdicts.at(-1)![2]);
  });
});
