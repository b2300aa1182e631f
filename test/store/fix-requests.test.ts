import { expect, test } from "@jest/globals";
import type { RecordedFixRequest, Store } from "../../src/store/index.ts";
import { claimOf, useBench } from "./harness.ts";

const bench = useBench();

const pressed: RecordedFixRequest = {
  repositoryId: 5_000_000_000,
  number: 7,
  headSha: "aaa",
  userId: 6_000_000_000,
  login: "mia",
  userType: "User",
  requestedAt: 12,
};

async function press(store: Store, guid: string, changed: Partial<RecordedFixRequest> = {}): Promise<void> {
  const delivery = { guid, event: "check_run", action: "requested_action", receivedAt: 12, payload: "{}" };
  await store.inbox.accept(delivery, { lanes: [], fix: { ...pressed, ...changed } });
}

const open = (store: Store) => store.fixRequests.open(pressed.repositoryId, 7);
const refused = (store: Store, head: string) => store.fixRequests.refused(pressed.repositoryId, 7, head);

test("a press is open until it is answered, each person's once", async () => {
  const store = await bench().open();
  const claim = await claimOf(store, "a");
  await press(store, "1");
  await press(store, "2");
  await press(store, "3", { userId: 1, login: "kim", requestedAt: 11 });
  expect(await open(store)).toEqual([{ ...pressed, userId: 1, login: "kim", requestedAt: 11 }, pressed]);
  await store.fixRequests.answer(claim, pressed, { state: "done", head: "aaa" });
  expect((await open(store)).map(({ login }) => login)).toEqual(["kim"]);
});

test("what was done is not asked for by pressing again; what was refused is", async () => {
  const store = await bench().open();
  const claim = await claimOf(store, "a");
  await press(store, "1");
  await store.fixRequests.answer(claim, pressed, { state: "refused", head: "bbb", reason: "no access" });
  expect(await refused(store, "bbb")).toEqual([{ ...pressed, reason: "no access" }]);
  expect(await refused(store, "aaa")).toEqual([]);
  await press(store, "2", { requestedAt: 20 });
  expect(await open(store)).toEqual([{ ...pressed, requestedAt: 20 }]);
  expect(await refused(store, "bbb")).toEqual([]);
  await store.fixRequests.answer(claim, pressed, { state: "done", head: "aaa" });
  await press(store, "3");
  expect(await open(store)).toEqual([]);
});

test("presses are of one pull request and its head", async () => {
  const store = await bench().open();
  await press(store, "1");
  await press(store, "2", { headSha: "bbb" });
  await press(store, "3", { number: 8 });
  expect((await open(store)).map(({ headSha }) => headSha)).toEqual(["aaa", "bbb"]);
});

test("an answer is written only while the lease holds", async () => {
  const store = await bench().open();
  const claim = await claimOf(store, "a");
  await press(store, "1");
  await store.lanes.release(claim);
  await expect(store.fixRequests.answer(claim, pressed, { state: "done", head: "aaa" })).rejects.toThrow();
  expect(await open(store)).toHaveLength(1);
});

test("whoever has the bot push is one of the commit's pushers", async () => {
  const store = await bench().open();
  const claim = await claimOf(store, "a");
  const push = { repositoryId: 1, headSha: "aaa", userId: 3 };
  await store.pushers.record(claim, push);
  await store.pushers.record(claim, push);
  expect(await store.pushers.of(1, ["aaa", "bbb"])).toEqual([{ headSha: "aaa", userId: 3 }]);
});
