import { afterEach, expect, test } from "@jest/globals";
import { ZonewrightError } from "../../../src/base/index.ts";
import { Shares } from "../../../src/evaluation/threads/shares.ts";
import { Team } from "../../../src/evaluation/threads/team.ts";
import { pull } from "../repository.ts";

let team: Team | undefined;
afterEach(async () => {
  await team?.close();
});

const order = { task: "parse", facts: pull({}, {}), zones: [], shares: Shares.of(0, 1).plan } as const;

test("each thread answers", async () => {
  team = new Team(2);
  expect(await team.ask(order)).toEqual([
    { packs: [], wanted: [] },
    { packs: [], wanted: [] },
  ]);
});

test("what goes wrong in a thread is told", async () => {
  team = new Team(2);
  const faulty = team.ask({ ...order, facts: { ...order.facts, after: undefined as never } });
  await expect(faulty).rejects.toThrow(ZonewrightError);
  await expect(faulty).rejects.toThrow(/^judging in several threads: one of them failed: .*undefined/);
});

test("a thread that ends is told, at once and to whoever asks later", async () => {
  team = new Team(1);
  const asked = team.ask(order);
  await team.close();
  await expect(asked).rejects.toThrow("one of them failed: it ended before it was done");
  await expect(team.ask(order)).rejects.toThrow("it ended before it was done");
});
