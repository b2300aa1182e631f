import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openPlayground, type Playground, repository } from "./playground.ts";

let playground: Playground;

beforeEach(async () => {
  playground = await openPlayground();
});
afterEach(async () => {
  await playground[Symbol.asyncDispose]();
});

async function openPull(): Promise<number> {
  const ada = playground.github.as("ada");
  await ada.commitFiles(repository, { branch: "topic", message: "Add", files: { "new.txt": "new\n" } });
  return await ada.openPull(repository, { head: "topic", title: "Add a file" });
}

async function comment(number: number, body: string): Promise<Response> {
  return await fetch(`${playground.github.apiUrl}/repos/${repository}/issues/${number}/comments`, {
    method: "POST",
    headers: { authorization: `Bearer ${playground.github.tokenOf("ada")}` },
    body: JSON.stringify({ body }),
  });
}

async function commentBodies(number: number): Promise<string[]> {
  const { author } = await playground.setting();
  const { data } = await author.rest.issues.listComments({
    owner: "acme",
    repo: "dns",
    issue_number: number,
  });
  return data.map(({ body }) => body ?? "");
}

describe("faults on requests", () => {
  test("an injected answer comes instead of the effect, as often as told", async () => {
    const number = await openPull();
    const fault = playground.github.faults.onRequest(
      { method: "POST", path: "/repos/*/*/issues/*/comments", times: 2 },
      { kind: "answer", status: 502, headers: { "retry-after": "7" } },
    );
    const first = await comment(number, "one");
    expect(first.status).toBe(502);
    expect(first.headers.get("retry-after")).toBe("7");
    expect((await comment(number, "two")).status).toBe(502);
    expect((await comment(number, "three")).status).toBe(201);
    expect(fault.hits).toBe(2);
    expect(await commentBodies(number)).toEqual(["three"]);
  });

  test("a response lost before the effect leaves nothing behind", async () => {
    const number = await openPull();
    playground.github.faults.onRequest({ method: "POST" }, { kind: "lost", effect: false });
    await expect(comment(number, "lost")).rejects.toThrow();
    expect(await commentBodies(number)).toEqual([]);
  });

  test("a response lost after the effect leaves the effect", async () => {
    const number = await openPull();
    playground.github.faults.onRequest({ method: "POST" }, { kind: "lost", effect: true });
    await expect(comment(number, "kept")).rejects.toThrow();
    expect(await commentBodies(number)).toEqual(["kept"]);
  });

  test("an answer after the effect hides that it happened", async () => {
    const number = await openPull();
    playground.github.faults.onRequest({ method: "POST" }, { kind: "answer-after", status: 500 });
    expect((await comment(number, "kept")).status).toBe(500);
    expect(await commentBodies(number)).toEqual(["kept"]);
  });

  test("skipped requests pass first; other methods and paths always", async () => {
    const number = await openPull();
    playground.github.faults.onRequest(
      { method: "POST", path: "**/comments", skip: 1 },
      { kind: "answer", status: 503 },
    );
    expect((await comment(number, "one")).status).toBe(201);
    expect(await commentBodies(number)).toEqual(["one"]);
    expect((await comment(number, "two")).status).toBe(503);
  });

  test("latency holds the answer back", async () => {
    const number = await openPull();
    playground.github.faults.onRequest({ method: "POST" }, { kind: "latency", ms: 60 });
    const started = performance.now();
    await comment(number, "late");
    expect(performance.now() - started).toBeGreaterThanOrEqual(55);
  });

  test("a hook is awaited before the effect and after it, before the answer leaves", async () => {
    const number = await openPull();
    const seen: [string, number][] = [];
    const remove = playground.github.onRequest(async ({ method, path }, phase) => {
      if (method === "POST" && path.endsWith("/comments"))
        seen.push([phase, (await commentBodies(number)).length]);
    });
    await comment(number, "hooked");
    remove();
    await comment(number, "not seen");
    expect(seen).toEqual([
      ["before", 0],
      ["after", 1],
    ]);
  });

  test("a hook may lose the request before its effect, or the answer after it", async () => {
    const number = await openPull();
    for (const [phase, expected] of [
      ["before", []],
      ["after", ["lost after"]],
    ] as const) {
      const remove = playground.github.onRequest(({ path }, now) =>
        path.endsWith("/comments") && now === phase ? "lose" : undefined,
      );
      await expect(comment(number, `lost ${phase}`)).rejects.toThrow();
      remove();
      expect(await commentBodies(number)).toEqual(expected);
    }
  });

  test("the log has every request with who asked and what was answered", async () => {
    const number = await openPull();
    await comment(number, "logged");
    const record = playground.github.requests.at(-1);
    expect(record).toMatchObject({
      method: "POST",
      path: `/repos/${repository}/issues/${number}/comments`,
      actor: "ada",
      status: 201,
      body: { body: "logged" },
      answer: { body: "logged" },
    });
  });
});

describe("faults on webhooks", () => {
  async function say(...bodies: string[]): Promise<string[]> {
    const number = await openPull();
    for (const body of bodies) await playground.github.as("ada").comment(repository, number, body);
    await playground.github.idle();
    return playground.receiver.received
      .filter(({ event }) => event === "issue_comment")
      .map(({ payload }) => payload.comment.body);
  }

  test("without any, they come in order", async () => {
    expect(await say("a", "b", "c")).toEqual(["a", "b", "c"]);
  });

  test("a dropped one never comes and is in no log", async () => {
    playground.github.faults.onWebhook({ event: "issue_comment", skip: 1 }, { kind: "drop" });
    expect(await say("a", "b", "c")).toEqual(["a", "c"]);
    expect(playground.github.deliveries.filter(({ event }) => event === "issue_comment")).toHaveLength(2);
  });

  test("a failed one is in the log with no status, and can be sent again with its GUID", async () => {
    playground.github.faults.onWebhook({ event: "issue_comment.created" }, { kind: "fail" });
    expect(await say("a")).toEqual([]);
    const [failed] = playground.github.deliveries.filter(({ event }) => event === "issue_comment");
    expect(failed?.status).toBe(0);
    const { app } = await playground.setting();
    const { data } = await app.rest.apps.listWebhookDeliveries({ status: "failure" });
    expect(data.map(({ guid }) => guid)).toEqual([failed?.guid]);
    await app.rest.apps.redeliverWebhookDelivery({ delivery_id: data[0]!.id });
    await playground.github.idle();
    expect(playground.receiver.received.at(-1)?.guid).toBe(failed?.guid);
  });

  test("a doubled one comes twice with one GUID", async () => {
    playground.github.faults.onWebhook({ event: "issue_comment" }, { kind: "duplicate" });
    expect(await say("a", "b")).toEqual(["a", "a", "b"]);
    const guids = playground.receiver.received
      .filter(({ event }) => event === "issue_comment")
      .map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(2);
  });

  test("a reordered one comes behind as many others as told, and last if there are fewer", async () => {
    playground.github.faults.onWebhook({ event: "issue_comment" }, { kind: "reorder", behind: 2 });
    expect(await say("a", "b", "c", "d")).toEqual(["b", "c", "a", "d"]);
  });

  test("a delayed one holds the others back, and idle waits for it", async () => {
    playground.github.faults.onWebhook({ event: "issue_comment" }, { kind: "delay", ms: 60 });
    const started = performance.now();
    expect(await say("a", "b")).toEqual(["a", "b"]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(55);
  });
});
