import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { messageOf } from "../../src/base/index.ts";
import { endsOnce as once } from "./end.ts";
import { type Told, tellStory } from "./story.ts";

/** Each story dies many times, so that there are only so many of them. */
const STORIES = 12;
/** Stories told at the same time. */
const AT_ONCE = 2;

describe("the bot is killed at every step of every effect", () => {
  let undisturbed: Told;
  const died: string[] = [];

  beforeAll(async () => {
    undisturbed = await tellStory([]);
  }, 120_000);

  afterAll(() => {
    const perStep = new Map<string, number>();
    for (const point of died) {
      const [kind, , step] = point.split(" ");
      perStep.set(`${kind} ${step}`, (perStep.get(`${kind} ${step}`) ?? 0) + 1);
    }
    const rows = [...perStep].map(([what, times]) => `${what.padEnd(32)} ${times}`);
    console.log(`kills that happened, by effect and step:\n${rows.sort().join("\n")}`);
  });

  test("undisturbed, the story ends as it should", () => {
    expect(undisturbed).toMatchObject({ kills: [], restarts: 0, end: once });
  });

  test("the story has every kind of effect", () => {
    const kinds = new Set(undisturbed.points.map((point) => point.split(" ")[0]));
    expect([...kinds].sort()).toEqual([
      "check",
      "comment",
      "deployment",
      "deployment-status",
      "fix",
      "merge",
      "publish",
      "suggestions",
    ]);
  });

  test("and killed at any of them it ends in the same state", async () => {
    const { points } = undisturbed;
    const plans = Array.from({ length: STORIES }, (_, at) =>
      points.filter((_point, place) => place % STORIES === at),
    );
    const wrong: object[] = [];
    const storyteller = async (slot: number) => {
      for (let killAt = plans.shift(); killAt !== undefined; killAt = plans.shift()) {
        try {
          const { kills, restarts, end } = await tellStory(killAt, slot);
          died.push(...kills);
          const asPlanned = isDeepStrictEqual([...kills].sort(), [...killAt].sort());
          if (!asPlanned || restarts !== kills.length || !isDeepStrictEqual(end, once)) {
            wrong.push({ killAt, kills, restarts, end });
          }
        } catch (error) {
          wrong.push({ killAt, failed: messageOf(error) });
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, (_, slot) => storyteller(slot + 1)));
    expect(wrong).toEqual([]);
    expect([...died].sort()).toEqual([...points].sort());
  }, 1_200_000);
});
