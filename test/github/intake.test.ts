import { createHmac } from "node:crypto";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { Log } from "../../src/base/index.ts";
import { type Accept, createIntake, type Delivery, type DeliveryNotes } from "../../src/github/index.ts";
import { example } from "./examples.ts";

const SECRET = "s".repeat(32);
const OLD_SECRET = "o".repeat(40);
const NOW = Date.parse("2026-11-20T12:00:00Z");
const payload = JSON.stringify(example("pull_request", "opened"));

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Running {
  readonly port: number;
  readonly accepted: [Delivery, DeliveryNotes][];
  readonly logged: string[];
}

async function intake(
  options: { accept?: Accept; maxBytes?: number; maxMs?: number } = {},
): Promise<Running> {
  const accepted: [Delivery, DeliveryNotes][] = [];
  const logged: string[] = [];
  const listener = createIntake({
    secrets: [SECRET, OLD_SECRET],
    accept: async (delivery, notes) => {
      accepted.push([delivery, notes]);
      return "accepted";
    },
    log: recording(logged),
    clock: { now: () => NOW },
    ...options,
  });
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, accepted, logged };
}

interface Sent {
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string | undefined>;
  readonly path?: string;
  readonly method?: string;
  /** Leaves the request open after the body. */
  readonly unended?: boolean;
}

/** Sends a signed delivery, changed as told, and gives the answer's status. */
function send(
  { port }: Running,
  { body = payload, headers = {}, path, method, unended }: Sent = {},
): Promise<number> {
  const all = {
    "content-type": "application/json",
    "x-github-event": "pull_request",
    "x-github-delivery": "72d3162e-cc78-11e3-81ab-4c9367dc0958",
    "x-hub-signature-256": signature(SECRET, body),
    ...headers,
  };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const sending = request({
      port,
      host: "127.0.0.1",
      path: path ?? "/webhooks",
      method: method ?? "POST",
      headers: given,
    });
    sending.on("response", (response) => {
      response.resume();
      resolve(response.statusCode!);
    });
    sending.on("error", reject);
    if (unended) sending.write(body);
    else sending.end(body);
  });
}

function signature(secret: string, body: string | Buffer): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

describe("a webhook", () => {
  test("is stored as it was signed, with what it means, and then answered 202", async () => {
    const running = await intake();
    expect(await send(running)).toBe(202);
    const [[delivery, notes]] = running.accepted as [[Delivery, DeliveryNotes]];
    expect(delivery).toEqual({
      guid: "72d3162e-cc78-11e3-81ab-4c9367dc0958",
      event: "pull_request",
      action: "opened",
      receivedAt: NOW,
      payload,
    });
    expect(notes.lanes).toEqual(["pull:186853002#2"]);
  });

  test("is signed over its octets, not over what they mean", async () => {
    const running = await intake();
    const spaced = JSON.stringify(JSON.parse(payload), undefined, 2);
    expect(
      await send(running, { body: spaced, headers: { "x-hub-signature-256": signature(SECRET, payload) } }),
    ).toBe(401);
    expect(await send(running, { body: spaced })).toBe(202);
  });

  test("may be signed with any of the secrets while one replaces the other", async () => {
    const running = await intake();
    expect(await send(running, { headers: { "x-hub-signature-256": signature(OLD_SECRET, payload) } })).toBe(
      202,
    );
  });

  test("that came before is answered like the first", async () => {
    expect(await send(await intake({ accept: async () => "duplicate" }))).toBe(202);
  });

  test("of an event nobody handles is stored and wakes nobody", async () => {
    const running = await intake();
    expect(await send(running, { headers: { "x-github-event": "never_heard_of" } })).toBe(202);
    expect(running.accepted[0]?.[1]).toEqual({ lanes: [] });
  });

  test("is answered 503 while the store is away, so that GitHub counts it as failed", async () => {
    const running = await intake({
      accept: () => Promise.reject(new Error("disk full at ghs_0123456789abcdef0123")),
    });
    expect(await send(running)).toBe(503);
    expect(running.logged.join()).toContain("disk full at [redacted]");
  });

  test.each([
    ["a missing signature", { headers: { "x-hub-signature-256": undefined } }, 401],
    ["an empty signature", { headers: { "x-hub-signature-256": "" } }, 401],
    ["a SHA-1 signature", { headers: { "x-hub-signature-256": `sha1=${"0".repeat(40)}` } }, 401],
    ["another secret", { headers: { "x-hub-signature-256": signature("x".repeat(32), payload) } }, 401],
    ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415],
    ["no content type", { headers: { "content-type": undefined } }, 415],
    ["no GUID", { headers: { "x-github-delivery": undefined } }, 400],
    ["a GUID that would forge a log line", { headers: { "x-github-delivery": "a b" } }, 400],
    ["no event", { headers: { "x-github-event": undefined } }, 400],
    ["a body that is not JSON", { body: "{" }, 400],
    ["a body that is no object", { body: "[]" }, 400],
    ["a body that is null", { body: "null" }, 400],
    ["a body that is not UTF-8", { body: Buffer.from([0x22, 0xff, 0x22]) }, 400],
    ["an empty body", { body: "" }, 400],
    ["another path", { path: "/probot/setup" }, 404],
    ["a path that is no URL", { path: "//" }, 404],
    ["another method", { method: "GET", body: "" }, 405],
  ] as [string, Sent, number][])("with %s is refused", async (_, sent, status) => {
    const running = await intake();
    expect(await send(running, sent)).toBe(status);
    expect(running.accepted).toEqual([]);
  });

  test("with a query and a charset is as good as any", async () => {
    const headers = { "content-type": "application/json; charset=utf-8" };
    expect(await send(await intake(), { path: "/webhooks?x=1", headers })).toBe(202);
  });
});

describe("a body", () => {
  test("of exactly the limit is taken", async () => {
    expect(await send(await intake({ maxBytes: Buffer.byteLength(payload) }))).toBe(202);
  });

  test("announced as larger is refused before any of it is read", async () => {
    const running = await intake({ maxBytes: 1_000 });
    expect(await send(running, { body: "{", headers: { "content-length": "1001" }, unended: true })).toBe(
      413,
    );
  });

  test("that turns out larger is refused as soon as it is", async () => {
    const running = await intake({ maxBytes: 1_000 });
    expect(await send(running, { body: "x".repeat(1_001), unended: true })).toBe(413);
    expect(running.accepted).toEqual([]);
  });

  test("that does not come to its end is given up", async () => {
    const running = await intake({ maxMs: 50 });
    expect(await send(running, { body: "{", unended: true })).toBe(408);
  });

  test("more than memory allows at once is put off", async () => {
    const running = await intake({ maxBytes: 1_000, maxMs: 500 });
    const open = Array.from({ length: 4 }, () => send(running, { body: "x".repeat(1_000), unended: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await send(running, { body: "x", unended: true })).toBe(503);
    expect(await Promise.all(open)).toEqual([408, 408, 408, 408]);
    expect(await send(running, { body: "{}" })).toBe(202);
  });

  test("of 25 MiB and one octet is too large unless told otherwise", async () => {
    const headers = { "content-length": String(25 * 1024 * 1024 + 1) };
    expect(await send(await intake(), { headers, unended: true })).toBe(413);
  });
});

test("no body and no signature is ever logged", async () => {
  const running = await intake();
  const body = '{"action":"opened","marker":"do-not-log"';
  await send(running, { body });
  await send(running, { body: `${body}}` });
  await send(running, {
    body: `${body}}`,
    headers: { "x-hub-signature-256": signature("x".repeat(32), body) },
  });
  expect(running.logged.length).toBe(3);
  expect(running.logged.join()).not.toMatch(/do-not-log|sha256=/);
});

describe("the intake does not start", () => {
  test.each([
    ["no secret", []],
    ["an empty secret", [""]],
    ["Probot's default secret", ["development"]],
    ["one good and one guessable secret", [SECRET, "short"]],
  ])("with %s", (_, secrets) => {
    const start = () => createIntake({ secrets, accept: async () => "accepted", log: recording([]) });
    expect(start).toThrow(/starting the webhook intake.*WEBHOOK_SECRET/);
  });
});

function recording(lines: string[]): Log {
  const write = (fields: Record<string, unknown>, message: string) =>
    void lines.push(JSON.stringify({ message, ...fields }));
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };
  return log;
}
