import { describe, expect, test } from "@jest/globals";
import type { Delivery, RecordedReview, Store } from "../../src/store/index.ts";
import { claimOf, useBench } from "./harness.ts";
import { publication, pull } from "./rows.ts";

const bench = useBench();

function delivery(guid: string, action = "submitted"): Delivery {
  return { guid, event: "pull_request_review", action, receivedAt: 1000, payload: `{"guid":"${guid}"}` };
}

const review: RecordedReview = {
  id: 90,
  repositoryId: 1,
  number: 7,
  userId: 5,
  login: "reviewer",
  userType: "User",
  state: "approved",
  headSha: "head-1",
  commitId: "head-1",
  submittedAt: 900,
  receivedAt: 1000,
};

async function recorded(store: Store) {
  return (await store.reviews.of(1, 7)).map(({ state, headSha, commitId }) => ({
    state,
    headSha,
    commitId,
  }));
}

describe("accepting a delivery", () => {
  test("keeps it, its repository and its bumps", async () => {
    const store = await bench().open();
    const repository = { id: 1, owner: "acme", name: "dns", installationId: 3, defaultBranch: "main" };
    const heard: string[] = [];
    store.lanes.onBump((keys) => heard.push(...keys));
    const notes = { lanes: ["pull:1#7", "branch:1@main"], repository };
    expect(await store.inbox.accept(delivery("g1"), notes)).toBe("accepted");
    expect(await store.inbox.find("g1")).toEqual(delivery("g1"));
    expect(await store.repositories.get(1)).toEqual(repository);
    expect((await store.lanes.list()).map((lane) => lane.key)).toEqual(["branch:1@main", "pull:1#7"]);
    expect(heard).toEqual(["pull:1#7", "branch:1@main"]);
  });

  test("a second time, changed or not, does nothing", async () => {
    const store = await bench().open();
    await store.inbox.accept(delivery("g1"), { lanes: ["a"] });
    const again = { ...delivery("g1"), payload: "other" };
    expect(await store.inbox.accept(again, { lanes: ["a", "b"], review })).toBe("duplicate");
    expect(await store.lanes.list()).toMatchObject([{ key: "a", gen: 1 }]);
    expect(await store.reviews.of(1, 7)).toEqual([]);
    expect(await store.inbox.find("g1")).toEqual(delivery("g1"));
    expect(await store.inbox.count()).toBe(1);
  });

  test("happens wholly or not at all", async () => {
    const store = await bench().open();
    const broken = { ...review, login: null as unknown as string };
    await expect(store.inbox.accept(delivery("g1"), { lanes: ["a"], review: broken })).rejects.toThrow();
    expect(await store.inbox.find("g1")).toBeUndefined();
    expect(await store.lanes.list()).toEqual([]);
    expect(await store.inbox.accept(delivery("g1"), { lanes: ["a"], review })).toBe("accepted");
  });

  test("is forgotten by age", async () => {
    const store = await bench().open();
    await store.inbox.accept({ ...delivery("old"), action: undefined, receivedAt: 10 }, { lanes: [] });
    await store.inbox.accept({ ...delivery("new"), receivedAt: 20 }, { lanes: [] });
    expect(await store.inbox.find("old")).toMatchObject({ action: undefined });
    expect(await store.inbox.prune(20)).toBe(1);
    expect(await store.inbox.find("old")).toBeUndefined();
    expect(await store.inbox.count()).toBe(1);
  });
});

describe("a push that arrives", () => {
  test("makes its sender the pusher of that commit, once", async () => {
    const store = await bench().open();
    const push = { repositoryId: 1, headSha: "head-1", userId: 6_000_000_000 };
    await store.inbox.accept(delivery("g1", "synchronize"), { lanes: [], push });
    await store.inbox.accept(delivery("g2", "synchronize"), { lanes: [], push });
    await store.inbox.accept(delivery("g3", "opened"), { lanes: [], push: { ...push, headSha: "head-0" } });
    await store.inbox.accept(delivery("g4", "synchronize"), { lanes: [], push: { ...push, userId: 5 } });
    await store.inbox.accept(delivery("g5", "synchronize"), {
      lanes: [],
      push: { ...push, headSha: "elsewhere", userId: 9 },
    });
    expect(await store.pushers.of(1, ["head-1", "head-0", "unknown"])).toEqual([
      { headSha: "head-0", userId: 6_000_000_000 },
      { headSha: "head-1", userId: 5 },
      { headSha: "head-1", userId: 6_000_000_000 },
    ]);
    expect(await store.pushers.of(2, ["head-1"])).toEqual([]);
    expect(await store.pushers.of(1, [])).toEqual([]);
  });
});

describe("a review that arrives", () => {
  test("is bound to the head and to the commit its author saw", async () => {
    const store = await bench().open();
    await store.inbox.accept(delivery("g1"), { lanes: [], review });
    expect(await store.reviews.of(1, 7)).toEqual([review]);
  });

  test("keeps its first head when the same review comes again after a push", async () => {
    const store = await bench().open();
    await store.inbox.accept(delivery("g1"), { lanes: [], review });
    const later = { ...review, headSha: "head-2" };
    await store.inbox.accept(delivery("g2"), { lanes: [], review: later });
    await store.inbox.accept(delivery("g3", "edited"), { lanes: [], review: later });
    expect(await recorded(store)).toEqual([{ state: "approved", headSha: "head-1", commitId: "head-1" }]);
  });

  test("is not recorded from an event other than its submission: the head may be another by then", async () => {
    const store = await bench().open();
    await store.inbox.accept(delivery("g1", "edited"), { lanes: [], review });
    expect(await recorded(store)).toEqual([]);
  });

  test("stays dismissed, in whatever order the events arrive", async () => {
    const store = await bench().open();
    const dismissed = { ...review, state: "dismissed" } as const;
    await store.inbox.accept(delivery("g1", "dismissed"), { lanes: [], review: dismissed });
    await store.inbox.accept(delivery("g2"), { lanes: [], review });
    expect(await recorded(store)).toEqual([{ state: "dismissed", headSha: "head-1", commitId: "head-1" }]);
  });

  test("is dismissed later without losing what it was bound to", async () => {
    const store = await bench().open();
    await store.inbox.accept(delivery("g1"), { lanes: [], review });
    const dismissed = { ...review, state: "dismissed", headSha: "head-2" } as const;
    await store.inbox.accept(delivery("g2", "dismissed"), { lanes: [], review: dismissed });
    expect(await recorded(store)).toEqual([{ state: "dismissed", headSha: "head-1", commitId: "head-1" }]);
  });
});

test("a re-run of everything on a head is one for each open pull that has it, and wakes it", async () => {
  const store = await bench().open();
  const claim = await claimOf(store, "a");
  const at = { ...pull, headSha: "head-1" };
  await store.pulls.save(claim, at);
  await store.pulls.save(claim, { ...at, number: 8, state: "closed" });
  await store.pulls.save(claim, { ...at, number: 9, headSha: "head-2" });
  const check = { ...publication, repositoryId: at.repositoryId, kind: "check" } as const;
  await store.publications.save(claim, check);
  const rerunHead = { repositoryId: at.repositoryId, headSha: "head-1" };
  await store.inbox.accept(delivery("g1", "rerequested"), { lanes: [], rerunHead });
  expect((await store.publications.get(at.repositoryId, 7, "check"))?.bodyHash).toBe("");
  const woken = (await store.lanes.list()).map(({ key }) => key).filter((key) => key.startsWith("pull:"));
  expect(woken).toEqual([`pull:${at.repositoryId}#7`]);
});
