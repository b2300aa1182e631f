import { afterEach, describe, expect, test } from "@jest/globals";
import { Evaluator, evaluate, wantedBlobs } from "../../src/evaluation/index.ts";
import { checkFile, pull, zoneFile } from "./repository.ts";

const small = pull(
  { "zones/acme.example.zone": zoneFile("www A 192.0.2.1"), "checks/web.yml": checkFile("web") },
  { "zones/acme.example.zone": zoneFile("www A 192.0.2.2"), "checks/web.yml": checkFile("web") },
  { texts: true },
);
const hosts = (count: number) =>
  Array.from({ length: count }, (_, i) => `h${i} A 10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`).join("\n");
const large = pull({}, { "zones/acme.example.zone": zoneFile(hosts(120_000)) });

let evaluator: Evaluator | undefined;
const start = (timeoutMs: number, memoryMb = 512) => {
  evaluator = new Evaluator({ timeoutMs, memoryMb });
  return evaluator;
};
afterEach(async () => {
  await evaluator?.close();
});

test("the worker's evaluation is the one evaluate gives", async () => {
  expect(await start(20_000).evaluate(small)).toEqual(evaluate(small));
});

test("evaluations asked for at once are all answered, each for its own facts", async () => {
  const worker = start(20_000);
  const answers = await Promise.all([small, pull({}, {}), small].map((facts) => worker.evaluate(facts)));
  expect(answers.map(({ zones }) => zones.length)).toEqual([1, 0, 1]);
});

test("what must be fetched is told as wantedBlobs tells it, and nothing where that cannot be told", async () => {
  const bare = { ...small, after: { ...small.after, blobs: new Map() } };
  expect(await start(20_000).wanted(bare)).toEqual(wantedBlobs(bare));
  expect(wantedBlobs(bare)).toHaveLength(2);
  await evaluator?.close();
  expect(await evaluator?.wanted(bare)).toEqual([]);
});

describe("an evaluation that is cut short did not pass, says why, and the next one is judged", () => {
  test("when it takes too long", async () => {
    const worker = start(150);
    const cut = await worker.evaluate(large);
    expect(cut).toMatchObject({
      passed: false,
      reasons: ["the evaluation took longer than 150 ms and was stopped"],
    });
  });

  test("when it takes too much memory", async () => {
    const worker = start(60_000, 24);
    const cut = await worker.evaluate(large);
    expect(cut.passed).toBe(false);
    expect(cut.reasons[0]).toMatch(/the evaluation was stopped: .*memory/i);
    expect((await worker.evaluate(small)).passed).toBe(true);
  }, 20_000);

  test("when the facts cannot be handed over", async () => {
    const worker = start(20_000);
    const odd = { ...small, binding: (() => undefined) as never };
    expect((await worker.evaluate(odd)).reasons[0]).toContain("cannot be handed to the evaluation");
    expect((await worker.evaluate(small)).passed).toBe(true);
  });

  test("when the program is closing", async () => {
    const worker = start(20_000);
    const running = worker.evaluate(large);
    await worker.close();
    expect((await running).passed).toBe(false);
    expect((await worker.evaluate(small)).reasons).toEqual([
      "the evaluation was stopped: the program is closing",
    ]);
  });
});
