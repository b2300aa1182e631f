import { afterEach, describe, expect, test } from "@jest/globals";
import { type Message, type Name, TYPE, type WireRR } from "../../src/dns/index.ts";
import { honestAnswer } from "./honest.ts";
import {
  apex,
  ask,
  current,
  type Distort,
  isSoa,
  old,
  questions,
  servers,
  serving,
  verify,
} from "./verifying.ts";
import { versionOf, zoneOf } from "./zone-of.ts";

afterEach(() => servers.close());

describe("a server is wrong", () => {
  const forged: Distort = (message, query) =>
    isSoa(query)
      ? message
      : { ...message, answer: message.answer.map((record) => ({ ...record, ttl: 299 })) };

  test("when a TTL differs under the new serial", async () => {
    const seen = await verify(await serving(() => current, forged));
    expect(seen).toMatchObject({ verdict: "wrong", serial: 11 });
    expect(seen.differences).toContainEqual({
      name: `www.${apex}`,
      type: "A",
      expected: "NOERROR: 300 A 192.0.2.2; 300 A 192.0.2.3",
      found: "NOERROR: 299 A 192.0.2.2; 299 A 192.0.2.3",
    });
  });

  test.each<[string, Distort]>([
    [
      "it serves the old data under the new serial",
      (message, query) => (isSoa(query) ? message : honestAnswer(old, query)),
    ],
    ["a record is missing", (message) => ({ ...message, answer: message.answer.slice(0, 1) })],
    [
      "there is one record too many",
      (message) => ({ ...message, answer: [...message.answer, ...extra(message)] }),
    ],
    [
      "it answers without authority",
      (message, query) => (isSoa(query) ? message : withoutAuthority(message)),
    ],
    ["it answers SERVFAIL for a name", (message, query) => (isSoa(query) ? message : 2)],
    [
      "another SOA but the serial",
      (message, query) => (query.question[0]!.type === TYPE.SOA ? altered(message) : message),
    ],
  ])("when %s", async (_, distort) => {
    const asked = [...questions, ask("@", "SOA")];
    expect(await verify(await serving(() => current, distort), { questions: asked })).toMatchObject({
      verdict: "wrong",
    });
  });

  test("when it serves neither old nor new under the old serial", async () => {
    expect(await verify(await serving(() => old, forged))).toMatchObject({ verdict: "wrong", serial: 10 });
  });

  test("when a delegation or its glue differs", async () => {
    const right = zoneOf(apex, 11, ["sub 300 NS ns.sub", "ns.sub 300 A 192.0.2.9"]);
    const version = { version: versionOf(right), questions: [ask("sub", "NS"), ask("ns.sub", "A")] };
    expect(await verify(await serving(() => right), version)).toMatchObject({ verdict: "ok" });
    for (const lines of [
      ["sub 300 NS ns.sub", "ns.sub 300 A 192.0.2.8"],
      ["sub 300 NS ns1"],
      ["ns.sub 300 A 192.0.2.9"],
    ]) {
      const zone = zoneOf(apex, 11, lines);
      expect(await verify(await serving(() => zone), version)).toMatchObject({ verdict: "wrong" });
    }
  });

  test("and says so in a few printable words, whatever it sends", async () => {
    const poison = Buffer.from("\u202e<script>@everyone\u0000`");
    const rdata = Uint8Array.of(poison.length, ...poison);
    const many = (owner: Name): WireRR[] =>
      Array.from({ length: 200 }, (_, i) => ({ name: owner, type: TYPE.TXT, class: 1, ttl: i, rdata }));
    const server = await serving(
      () => current,
      (message, query) => (isSoa(query) ? message : { ...message, answer: many(query.question[0]!.name) }),
    );
    const asked = Array.from({ length: 40 }, (_, i) => ask(`n${i}`, "TXT"));
    const seen = await verify(server, { questions: asked });
    expect(seen.verdict).toBe("wrong");
    expect(seen.differences).toHaveLength(10);
    for (const text of seen.differences.flatMap(Object.values)) {
      expect(text.length).toBeLessThanOrEqual(300);
      expect(text).toMatch(/^[\x20-\x7e]*…?$/);
    }
  });
});

function extra({ question, answer }: Message): WireRR[] {
  if (answer.length === 0 || question[0]!.type === TYPE.SOA) return [];
  return [{ ...answer[0]!, rdata: Uint8Array.of(3, 0x61, 0x62, 0x63).slice(0, answer[0]!.rdata.length) }];
}

function withoutAuthority(message: Message): Message {
  return { ...message, flags: { ...message.flags, aa: false } };
}

function altered(message: Message): Message {
  return {
    ...message,
    answer: message.answer.map((record) => ({ ...record, rdata: bumpedLast(record.rdata) })),
  };
}

function bumpedLast(rdata: Uint8Array): Uint8Array {
  const copy = rdata.slice();
  copy[copy.length - 1] = copy.at(-1)! ^ 1;
  return copy;
}
