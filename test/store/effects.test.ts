import { describe, expect, test } from "@jest/globals";
import { InvariantError, TransientError } from "../../src/base/index.ts";
import { EffectRefused, type EffectSpec, LeaseLost } from "../../src/store/index.ts";
import { claimOf, LEASE, START, useBench } from "./harness.ts";

const bench = useBench();

interface Merge {
  readonly head: string;
}
type Merged = { readonly sha: string };

/** A world in which merges happen, with a record of who asked and who did. */
class World {
  readonly calls: string[] = [];
  readonly merged = new Map<string, Merged>();

  merge(head: string, overrides: Partial<EffectSpec<Merge, Merged>> = {}): EffectSpec<Merge, Merged> {
    return {
      id: `merge:1#7@${head}`,
      kind: "merge",
      input: { head },
      probe: async (input) => {
        this.calls.push(`probe ${input.head}`);
        return this.merged.get(input.head);
      },
      act: async (input) => {
        this.calls.push(`act ${input.head}`);
        const result = { sha: `merge-of-${input.head}` };
        this.merged.set(input.head, result);
        return result;
      },
      audit: { subject: "1#7", data: (output) => ({ became: output.sha }) },
      ...overrides,
    };
  }
}

/** Act that happens but whose answer is lost. */
function losingAnswer(world: World, head: string): EffectSpec<Merge, Merged> {
  const spec = world.merge(head);
  return {
    ...spec,
    act: async (input) => {
      await spec.act(input);
      throw new Error("connection reset");
    },
  };
}

describe("what was done", () => {
  test("is found by lane and kind, and nothing that was only intended or abandoned", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "branch:1@main");
    const world = new World();
    await store.effects.run(claim, world.merge("abc"));
    await store.effects.run(claim, world.merge("other", { kind: "fix" }));
    await expect(store.effects.run(claim, losingAnswer(world, "lost"))).rejects.toThrow("connection reset");
    const refused = world.merge("no", {
      act: async () => Promise.reject(new EffectRefused("merging", "no")),
    });
    await expect(store.effects.run(claim, refused)).rejects.toThrow(EffectRefused);
    const done = await store.effects.done("branch:1@main", "merge");
    expect(done.map(({ input }) => input)).toEqual([{ head: "abc" }]);
    expect(await store.effects.done("branch:1@lab", "merge")).toEqual([]);
  });
});

describe("an effect", () => {
  test("acts once, without probing, and is recorded with its audit row", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "branch:1@main");
    const world = new World();
    const result = await store.effects.run(claim, world.merge("abc"));
    expect(result).toEqual({ output: { sha: "merge-of-abc" }, how: "acted" });
    expect(world.calls).toEqual(["act abc"]);
    expect(await store.audit.list()).toEqual([
      { seq: 1, at: START, kind: "merge", subject: "1#7", data: { became: "merge-of-abc" } },
    ]);
    expect(await store.effects.find("merge:1#7@abc")).toEqual({
      id: "merge:1#7@abc",
      kind: "merge",
      laneKey: "branch:1@main",
      fence: 1,
      state: "done",
      input: { head: "abc" },
      output: { sha: "merge-of-abc" },
      reason: undefined,
      createdAt: START,
      updatedAt: START,
    });
  });

  test("is not done again: the recorded output is returned and nothing is asked or sent", async () => {
    const store = await bench().open();
    const world = new World();
    await store.effects.run(await claimOf(store, "a"), world.merge("abc"));
    world.calls.length = 0;
    const result = await store.effects.run(await claimOf(store, "b"), world.merge("abc"));
    expect(result).toEqual({ output: { sha: "merge-of-abc" }, how: "done-before" });
    expect(world.calls).toEqual([]);
    expect(await store.audit.list()).toHaveLength(1);
  });

  test("whose answer was lost is found by the next attempt, not done again", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const world = new World();
    await expect(store.effects.run(claim, losingAnswer(world, "abc"))).rejects.toThrow("connection reset");
    expect(await store.effects.open("a")).toMatchObject([{ id: "merge:1#7@abc", state: "intended" }]);
    expect(await store.effects.open("other")).toEqual([]);
    expect(await store.audit.list()).toEqual([]);

    const result = await store.effects.run(claim, world.merge("abc"));
    expect(result).toEqual({ output: { sha: "merge-of-abc" }, how: "found" });
    expect(world.calls).toEqual(["act abc", "probe abc"]);
    expect(await store.effects.open()).toEqual([]);
    expect(await store.audit.list()).toHaveLength(1);
  });

  test("that an earlier attempt did not do is done with the input of the intent", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const world = new World();
    const failing = world.merge("abc", { act: () => Promise.reject(new Error("502")) });
    await expect(store.effects.run(claim, failing)).rejects.toThrow("502");
    const result = await store.effects.run(claim, {
      ...world.merge("abc"),
      input: { head: "changed since" },
    });
    expect(result).toEqual({ output: { sha: "merge-of-abc" }, how: "acted" });
    expect(world.calls).toEqual(["probe abc", "act abc"]);
  });

  test("is probed before the first attempt where it asks for that", async () => {
    const store = await bench().open();
    const world = new World();
    world.merged.set("abc", { sha: "by-hand" });
    const result = await store.effects.run(
      await claimOf(store, "a"),
      world.merge("abc", { probeFirst: true }),
    );
    expect(result).toEqual({ output: { sha: "by-hand" }, how: "found" });
    expect(world.calls).toEqual(["probe abc"]);
    expect(await store.audit.list()).toMatchObject([{ data: { became: "by-hand" } }]);
  });

  test("that is refused is abandoned with the reason, and may be intended anew with another input", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const world = new World();
    const refusal = new EffectRefused("merging 1#7", "405: base was modified");
    const refused = world.merge("abc", { act: () => Promise.reject(refusal) });
    await expect(store.effects.run(claim, refused)).rejects.toBe(refusal);
    expect(await store.effects.open()).toEqual([]);
    expect(await store.effects.find("merge:1#7@abc")).toMatchObject({
      state: "abandoned",
      reason: "merging 1#7: 405: base was modified",
    });

    const again = { ...world.merge("abc"), input: { head: "def" } };
    expect(await store.effects.run(claim, again)).toMatchObject({ how: "acted" });
    expect(world.calls).toEqual(["probe def", "act def"]);
    expect(await store.effects.find("merge:1#7@abc")).toMatchObject({ state: "done", reason: undefined });
  });

  test("that is refused because a stopped holder did it late is found by the next attempt", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const world = new World();
    const overtaken = world.merge("abc", {
      act: async () => {
        world.merged.set("abc", { sha: "by-stopped-holder" });
        throw new EffectRefused("merging 1#7", "405: already merged");
      },
    });
    await expect(store.effects.run(claim, overtaken)).rejects.toThrow("already merged");
    expect(await store.effects.run(claim, world.merge("abc"))).toEqual({
      output: { sha: "by-stopped-holder" },
      how: "found",
    });
  });

  test("that is refused because a stopped holder acted between probe and act is found", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const world = new World();
    const failing = world.merge("abc", { act: () => Promise.reject(new Error("502")) });
    await expect(store.effects.run(claim, failing)).rejects.toThrow("502");
    const overtaken = world.merge("abc", {
      act: async () => {
        world.merged.set("abc", { sha: "by-stopped-holder" });
        throw new EffectRefused("merging 1#7", "405: already merged");
      },
    });
    expect(await store.effects.run(claim, overtaken)).toEqual({
      output: { sha: "by-stopped-holder" },
      how: "found",
    });
    expect(await store.effects.find("merge:1#7@abc")).toMatchObject({ state: "done" });
  });

  test("without output is recorded as done", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const spec: EffectSpec<undefined, undefined> = {
      id: "notify",
      kind: "notify",
      input: undefined,
      probe: async () => undefined,
      act: async () => undefined,
      audit: { subject: "x", data: () => undefined },
    };
    expect(await store.effects.run(claim, spec)).toEqual({ output: undefined, how: "acted" });
    expect(await store.effects.run(claim, spec)).toEqual({ output: undefined, how: "done-before" });
  });

  test("tells its steps, and waits for who listens", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const world = new World();
    const stop = store.effects.onStep(async ({ id, kind, step }) => {
      await Promise.resolve();
      world.calls.push(`${kind} ${id} ${step}`);
    });
    await store.effects.run(claim, world.merge("abc"));
    stop();
    await store.effects.run(claim, world.merge("def"));
    expect(world.calls).toEqual([
      "merge merge:1#7@abc intended",
      "merge merge:1#7@abc acting",
      "act abc",
      "merge merge:1#7@abc acted",
      "merge merge:1#7@abc confirmed",
      "act def",
    ]);
  });

  test("does not run twice at a time", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const world = new World();
    const first = store.effects.run(claim, world.merge("abc"));
    await expect(store.effects.run(claim, world.merge("abc"))).rejects.toThrow(TransientError);
    expect(await first).toMatchObject({ how: "acted" });
    expect(world.calls).toEqual(["act abc"]);
  });

  test("that a living holder of another lane is at is refused; a dead holder's is taken over", async () => {
    const { open, clock } = bench();
    const store = await open();
    const world = new World();
    await expect(store.effects.run(await claimOf(store, "a"), losingAnswer(world, "abc"))).rejects.toThrow();
    await expect(store.effects.run(await claimOf(store, "b"), world.merge("abc"))).rejects.toThrow(
      "lane a is at it too",
    );
    clock.advance(LEASE);
    const later = (await store.lanes.claim("w", ["b"]))!;
    expect(await store.effects.run(later, world.merge("abc"))).toMatchObject({ how: "found" });
  });
});

describe("abandoning an intent", () => {
  test("ends it without acting; the next attempt looks first", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const world = new World();
    await expect(store.effects.run(claim, losingAnswer(world, "abc"))).rejects.toThrow();
    await store.effects.abandon(claim, "merge:1#7@abc", "interrupted");
    expect(await store.effects.open()).toEqual([]);
    expect(await store.effects.find("merge:1#7@abc")).toMatchObject({
      state: "abandoned",
      reason: "interrupted",
    });
    expect(await store.audit.list()).toEqual([]);
    expect(await store.effects.run(claim, world.merge("abc"))).toMatchObject({ how: "found" });
  });

  test("replaces the reason of a refusal, without what is secret", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    const refused = new World().merge("abc", {
      act: () => Promise.reject(new EffectRefused("merging", "409")),
    });
    await expect(store.effects.run(claim, refused)).rejects.toThrow("409");
    await store.effects.abandon(claim, "merge:1#7@abc", "ghs_abcdefghijklmnopqrstuvwxyz0123456789");
    expect(await store.effects.find("merge:1#7@abc")).toMatchObject({ reason: "[redacted]" });
  });

  test("is refused for what is done or was never intended", async () => {
    const store = await bench().open();
    const claim = await claimOf(store, "a");
    await store.effects.run(claim, new World().merge("abc"));
    await expect(store.effects.abandon(claim, "merge:1#7@abc", "x")).rejects.toThrow(InvariantError);
    await expect(store.effects.abandon(claim, "merge:1#7@def", "x")).rejects.toThrow(InvariantError);
    expect(await store.effects.find("merge:1#7@abc")).toMatchObject({ state: "done" });
  });
});

describe("a holder that was stopped for longer than its lease", () => {
  const steps = ["intended", "acting"] as const;
  test.each(steps)("at step %s does not act", async (at) => {
    const { open, clock } = bench();
    const store = await open();
    const claim = await claimOf(store, "a");
    const world = new World();
    store.effects.onStep(({ step }) => {
      if (step === at) clock.advance(LEASE);
    });
    await expect(store.effects.run(claim, world.merge("abc"))).rejects.toThrow(LeaseLost);
    expect(world.calls).toEqual([]);
  });

  test("while acting records nothing; the next holder finds what it did", async () => {
    const { open, clock } = bench();
    const [stopped, next] = [await open(), await open()];
    const world = new World();
    const claim = await claimOf(stopped, "a");
    const listening = stopped.effects.onStep(({ step }) => {
      if (step === "acted") clock.advance(LEASE);
    });
    await expect(stopped.effects.run(claim, world.merge("abc"))).rejects.toThrow(LeaseLost);
    listening();
    expect(await next.audit.list()).toEqual([]);
    const result = await next.effects.run((await next.lanes.claim("next"))!, world.merge("abc"));
    expect(result).toMatchObject({ how: "found" });
    expect(world.calls).toEqual(["act abc", "probe abc"]);
    expect(await next.audit.list()).toHaveLength(1);
  });
});
