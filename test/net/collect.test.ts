import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Resolution } from "../../src/checks/index.ts";
import {
  CLASS,
  encodeMessage,
  type Message,
  parseName,
  RCODE,
  replyTo,
  TYPE,
  wireFromText,
} from "../../src/dns/index.ts";
import { answerFrom, resolveFiles, resolveServed } from "./served.ts";
import { reply, Servers } from "./servers.ts";
import { zoneOf } from "./zone-of.ts";

const servers = new Servers();
afterEach(() => servers.close());

const acme = zoneOf("acme.test.", 1, [
  "www 300 CNAME web",
  "web 120 A 192.0.2.1",
  "web 120 A 192.0.2.2",
  "shop 300 CNAME shops.cdn.test.",
  "out 300 CNAME www.elsewhere.test.",
  "gone 300 CNAME nothing.cdn.test.",
  "here 300 CNAME there",
  "there 300 CNAME here",
  "over 300 CNAME back.cdn.test.",
  "deep 300 CNAME host.lab",
  "lab 300 NS ns.lab",
  "ns.lab 300 A 192.0.2.9",
  "theirs 300 NS ns.elsewhere.test.",
  "old 300 DNAME new",
  "x.new 60 A 192.0.2.5",
  '*.wild 60 TXT "made by a wildcard"',
  "a.b 60 A 192.0.2.6",
]);
const cdn = zoneOf("cdn.test.", 1, [
  "shops 60 CNAME edge",
  "edge 30 A 203.0.113.1",
  "back 60 CNAME over.acme.test.",
]);
const lab = zoneOf("lab.acme.test.", 1, ["host 300 A 10.1.64.1"]);
const zones = [acme, cdn, lab];

const labels = [
  "www web shop out gone here there over deep lab theirs a.theirs old x.old y.old x.new one.wild wild b a.b @ ns1 no",
  "host.lab no.lab shops.cdn.test. edge.cdn.test. no.cdn.test. www.elsewhere.test. WEB",
].flatMap((line) => line.split(" "));
const types = [TYPE.A, TYPE.TXT, TYPE.CNAME, TYPE.NS, TYPE.SOA, TYPE.DNAME];

function question(label: string, type: number) {
  return { name: parseName(label === "@" ? "acme.test." : label, parseName("acme.test.")), type };
}

/** What a verdict rests on; names as they are compared. */
function said({ kind, chain, rdata, ttl, places }: Resolution) {
  // How often a circle is gone round says nothing.
  const names = kind === "loop" ? [] : chain.map((name) => name.toLowerCase());
  const found = kind === "records";
  return {
    kind,
    chain: names,
    rdata: rdata.map((one) => Buffer.from(one).toString("hex")),
    ttl: found ? ttl : 0,
    places,
  };
}

describe("a server that serves what the files say", () => {
  test("leads every question to where the files lead it", async () => {
    const { endpoint } = await servers.dns((query) => answerFrom(zones, query));
    const anyQuestion = fc.record({ label: fc.constantFrom(...labels), type: fc.constantFrom(...types) });
    await fc.assert(
      fc.asyncProperty(fc.array(anyQuestion, { minLength: 1, maxLength: 40 }), async (asked) => {
        const questions = asked.map(({ label, type }) => question(label, type));
        const served = await resolveServed(endpoint, zones, questions);
        expect(served.map(said)).toEqual(resolveFiles(zones, questions).map(said));
      }),
      { numRuns: 40 },
    );
  });

  test("is asked once for each thing that is to be known, and for nothing outside our zones", async () => {
    const asked: string[] = [];
    const { endpoint } = await servers.dns((query) => {
      asked.push(query.question[0]!.name);
      return answerFrom(zones, query);
    });
    await resolveServed(endpoint, zones, [
      question("shop", TYPE.A),
      question("shop", TYPE.A),
      question("out", TYPE.A),
    ]);
    expect(asked.sort()).toEqual(["out.acme.test.", "shop.acme.test.", "shops.cdn.test."]);
  });

  test("is asked over TCP for what a datagram has no room for", async () => {
    const many = Array.from({ length: 200 }, (_, i) => `many 60 A 10.0.${Math.floor(i / 250)}.${i % 250}`);
    const large = zoneOf("acme.test.", 1, many);
    const { endpoint } = await servers.dns((query) => answerFrom([large], query));
    const [found] = await resolveServed(endpoint, [large], [question("many", TYPE.A)]);
    expect(found!.rdata).toHaveLength(200);
  });
});

describe("a server that serves something else", () => {
  const changed = zoneOf("acme.test.", 2, ["web 120 A 192.0.2.66", "www 300 CNAME web"]);

  test("leads questions to where its own records lead, and a record it made up has no place in the files", async () => {
    const { endpoint } = await servers.dns((query) => answerFrom([changed], query));
    const [found, gone] = await resolveServed(endpoint, zones, [
      question("www", TYPE.A),
      question("a.b", TYPE.A),
    ]);
    expect(found).toMatchObject({
      kind: "records",
      chain: ["www.acme.test.", "web.acme.test."],
      places: [undefined],
    });
    expect(gone).toMatchObject({ kind: "nxdomain" });
  });

  test("cannot lead in a circle for ever, nor on and on", async () => {
    const { endpoint } = await servers.dns((query) => {
      const { name } = query.question[0]!;
      const next = `x${name}`.slice(0, 60 + "acme.test.".length);
      const target = wireFromText(
        name.length > 60 ? "again.cdn.test." : next.endsWith("cdn.test.") ? "a.acme.test." : "a.cdn.test.",
      );
      return reply(query, { answer: [{ name, type: TYPE.CNAME, class: CLASS.IN, ttl: 1, rdata: target }] });
    });
    const [found] = await resolveServed(endpoint, zones, [question("www", TYPE.A)]);
    expect(found!.kind).toBe("loop");
  });
});

const cname = (query: Message, rdata: Uint8Array) =>
  reply(query, {
    answer: [{ name: query.question[0]!.name, type: TYPE.CNAME, class: CLASS.IN, ttl: 1, rdata }],
  });

test.each<[string, (query: Message) => Uint8Array | undefined, RegExp]>([
  ["REFUSED", (query) => reply(query, {}, RCODE.REFUSED), /answered REFUSED/],
  ["SERVFAIL", (query) => reply(query, {}, RCODE.SERVFAIL), /answered SERVFAIL/],
  ["silence", () => undefined, /no answer within/],
  [
    "what it has from others",
    (query) => encodeMessage({ ...replyTo(query, { rcode: 0, aa: false }), answer: [] }),
    /without authority/,
  ],
  [
    "a referral to where it should be itself",
    (query) =>
      encodeMessage({
        ...replyTo(query, { rcode: 0, aa: false }),
        authority: [
          {
            name: parseName("test."),
            type: TYPE.NS,
            class: CLASS.IN,
            ttl: 1,
            rdata: wireFromText("ns.test."),
          },
        ],
      }),
    /does not serve acme\.test\.: it refers to the servers of test\./,
  ],
  ["an alias to nowhere", (query) => cname(query, Uint8Array.of(9, 1)), /cannot be read|no answer/],
  [
    "an address of three octets",
    (query) =>
      reply(query, {
        answer: [
          {
            name: query.question[0]!.name,
            type: TYPE.A,
            class: CLASS.IN,
            ttl: 1,
            rdata: Uint8Array.of(1, 2, 3),
          },
        ],
      }),
    /cannot be read|no answer/,
  ],
])("%s tells nothing of the records", async (_what, answer, why) => {
  const { endpoint } = await servers.dns(answer);
  const [found] = await resolveServed(endpoint, zones, [question("web", TYPE.A)]);
  expect(found).toMatchObject({ kind: "unreachable", reason: expect.stringMatching(why) });
});

test("a server that is silent on everything is not waited for question by question", async () => {
  const { endpoint } = await servers.dns(() => undefined);
  const started = performance.now();
  const questions = Array.from({ length: 400 }, (_, i) => question(`n${i}`, TYPE.A));
  const found = await resolveServed(endpoint, zones, questions, { timeoutMs: 100, atOnce: 10 });
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["unreachable"]));
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("a server that drips is left when the time is over, and an abort is thrown", async () => {
  const { endpoint } = await servers.dns(() => undefined);
  const started = performance.now();
  const questions = Array.from({ length: 50 }, (_, i) => question(`n${i}`, TYPE.A));
  const found = await resolveServed(endpoint, zones, questions, { timeoutMs: 5_000, totalMs: 200 });
  expect(found[49]).toMatchObject({ kind: "unreachable", reason: expect.stringContaining("no time left") });
  expect(performance.now() - started).toBeLessThan(2_000);
  const stopped = AbortSignal.timeout(50);
  await expect(
    resolveServed(endpoint, zones, questions, { timeoutMs: 5_000, signal: stopped }),
  ).rejects.toThrow();
});
