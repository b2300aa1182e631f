import { createSocket } from "node:dgram";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Target } from "../../src/deploy/index.ts";
import {
  encodeMessage,
  type Message,
  queryMessage,
  RCODE,
  rcodeName,
  rdataToText,
  TYPE,
  typeName,
  type WireRR,
} from "../../src/dns/index.ts";
import { exchange } from "../../src/net/index.ts";
import { name, versionOf, zoneOf } from "../net/zone-of.ts";
import { hiddenPrimary } from "./target.ts";

const apex = "example.test.";
const many = Array.from({ length: 90 }, (_, i) => `many 300 A 192.0.2.${i}`);
const zone = zoneOf(apex, 5, [
  ...many,
  "www 300 A 192.0.2.1",
  "alias 300 CNAME www",
  '*.wild 60 TXT "any"',
  'a.deep 60 TXT "x"',
  "sub 300 NS ns.sub",
  "ns.sub 300 A 192.0.2.9",
  "sub 300 TYPE43 \\# 5 0001080900",
]);
const edns = { udpSize: 4096, do: false, version: 0, options: [] };
const target = hiddenPrimary();

beforeAll(() => target.start([versionOf(zone), versionOf(zoneOf(`sub.${apex}`, 1))]));
afterAll(() => target.stop());

/** Asks over UDP without falling back to TCP. */
function ask(query: Partial<Message>, options: { owner?: string; type?: number } = {}, of: Target = target) {
  const base = queryMessage(name(options.owner ?? `www.${apex}`), options.type ?? TYPE.A);
  const whole = { ...base, ...query, flags: { ...base.flags, ...query.flags } };
  return exchange(of.nameservers[0]!, whole, { transport: "udp", timeoutMs: 1000 });
}

function told(records: readonly WireRR[]): string[] {
  return records.map((rr) => `${rr.name} ${rr.ttl} ${typeName(rr.type)} ${rdataToText(rr.type, rr.rdata)}`);
}

describe("an answer", () => {
  test("has authority, the question as it was asked, RD as it came, and no recursion", async () => {
    const seen = await ask(
      { flags: { ...queryMessage(name(apex), 1).flags, rd: true } },
      { owner: "WwW.eXample.TEST." },
    );
    expect(seen.flags).toMatchObject({ qr: true, aa: true, rd: true, ra: false, rcode: 0 });
    expect(seen.question[0]!.name).toBe("WwW.eXample.TEST.");
    expect(told(seen.answer)).toEqual(["WwW.eXample.TEST. 300 A 192.0.2.1"]);
  });

  test("to a name that is not there has the SOA, with the time it may be remembered", async () => {
    const seen = await ask({}, { owner: `nothing.${apex}` });
    expect(rcodeName(seen.flags.rcode)).toBe("NXDOMAIN");
    expect(told(seen.authority)).toEqual([
      `${apex} 300 SOA ns1.${apex} hostmaster.${apex} 5 3600 600 1209600 300`,
    ]);
  });

  test("at a delegation is a referral with glue, and with authority from who has the zone below", async () => {
    const child = await ask({}, { owner: `x.sub.${apex}` });
    expect(child.flags).toMatchObject({ aa: true, rcode: RCODE.NXDOMAIN });
    const alone = hiddenPrimary();
    await alone.start([versionOf(zone)]);
    const referral = await ask({}, { owner: `x.sub.${apex}` }, alone);
    await alone.stop();
    expect(referral.flags).toMatchObject({ aa: false, rcode: 0 });
    expect(told(referral.authority)).toEqual([`sub.${apex} 300 NS ns.sub.${apex}`]);
    expect(told(referral.additional)).toEqual([`ns.sub.${apex} 300 A 192.0.2.9`]);
  });

  test("about DS at a cut comes from the zone above it", async () => {
    const seen = await ask({}, { owner: `sub.${apex}`, type: TYPE.DS });
    expect(seen.answer).toHaveLength(1);
    expect(seen.flags.aa).toBe(true);
  });

  test("has EDNS where the question had it, with DO as it came", async () => {
    expect((await ask({})).edns).toBeUndefined();
    expect((await ask({ edns: { ...edns, do: true } })).edns).toEqual({ ...edns, udpSize: 1232, do: true });
  });

  test("of a later EDNS version is BADVERS", async () => {
    const seen = await ask({ edns: { ...edns, version: 1 } });
    expect(rcodeName(seen.flags.rcode)).toBe("BADVERS");
    expect(seen.edns?.version).toBe(0);
  });

  test.each([
    ["512 octets without EDNS", undefined, 512],
    ["1232 octets, however many are asked for", { ...edns, udpSize: 65_535 }, 1232],
  ])("over UDP is at most %s, and whole over TCP", async (_, asked, limit) => {
    const socket = createSocket("udp4");
    const query = queryMessage(name(`many.${apex}`), TYPE.A, asked && { edns: asked });
    const [server] = target.nameservers;
    const datagram = await new Promise<Uint8Array>((resolve) => {
      socket.once("message", resolve);
      socket.send(encodeMessage(query), server!.port, server!.address);
    });
    socket.close();
    expect(datagram.length).toBeLessThanOrEqual(limit);
    expect((datagram[2]! & 2) !== 0).toBe(true);
    expect((await exchange(server!, query, { transport: "udp", timeoutMs: 1000 })).answer).toHaveLength(90);
  });
});

test("an asker that takes fewer than 512 octets is taken to take 512", async () => {
  expect((await ask({ edns: { ...edns, udpSize: 20 } })).answer).toHaveLength(1);
});

describe("type ANY", () => {
  test("is answered with one small record that stands for all", async () => {
    expect(told((await ask({}, { owner: apex, type: TYPE.ANY })).answer)).toEqual([
      `${apex} 3600 HINFO "RFC8482" ""`,
    ]);
    expect(told((await ask({}, { owner: `b.wild.${apex}`, type: TYPE.ANY })).answer)).toHaveLength(1);
  });

  test("at an alias is the alias, at nothing nothing", async () => {
    const alias = await ask({}, { owner: `alias.${apex}`, type: TYPE.ANY });
    expect(told(alias.answer)).toEqual([`alias.${apex} 300 CNAME www.${apex}`]);
    expect((await ask({}, { owner: `none.${apex}`, type: TYPE.ANY })).flags.rcode).toBe(RCODE.NXDOMAIN);
    expect(await ask({}, { owner: `deep.${apex}`, type: TYPE.ANY })).toMatchObject({
      flags: { rcode: 0 },
      answer: [],
    });
  });
});

describe("refused is", () => {
  const flags = queryMessage(name(apex), 1).flags;
  const question = (type: number, klass: number) => [{ name: name(`www.${apex}`), type, class: klass }];
  test.each<[string, Partial<Message>, string]>([
    ["class CHAOS", { question: [{ name: name("version.bind."), type: TYPE.TXT, class: 3 }] }, "REFUSED"],
    ["class ANY", { question: question(TYPE.A, 255) }, "REFUSED"],
    [
      "a zone that is not here",
      { question: [{ name: name("www.elsewhere.test."), type: 1, class: 1 }] },
      "REFUSED",
    ],
    ["NOTIFY", { flags: { ...flags, opcode: 4 } }, "REFUSED"],
    ["UPDATE", { flags: { ...flags, opcode: 5 } }, "NOTIMP"],
    ["an opcode nobody knows", { flags: { ...flags, opcode: 9 } }, "NOTIMP"],
    ["a type that is no type of records", { question: question(TYPE.MAILB, 1) }, "NOTIMP"],
    ["no question", { question: [] }, "FORMERR"],
    ["two questions", { question: [...question(1, 1), ...question(28, 1)] }, "FORMERR"],
    [
      "a transfer asked for by a stranger",
      { question: [{ name: name(apex), type: TYPE.IXFR, class: 1 }] },
      "REFUSED",
    ],
  ])("%s, with few octets", async (_, query, code) => {
    const seen = await exchange(
      target.nameservers[0]!,
      { ...queryMessage(name(apex), 1), ...query },
      { transport: "tcp", timeoutMs: 1000 },
    );
    expect(rcodeName(seen.flags.rcode)).toBe(code);
    expect([...seen.answer, ...seen.authority, ...seen.additional]).toEqual([]);
  });
});

test("a primary that does not answer queries answers its secondaries about SOA, and nobody else", async () => {
  const nameservers = [{ name: "ns1", address: "192.0.2.1" }];
  const closed = hiddenPrimary({
    answerQueries: false,
    nameservers,
    secondaries: [{ address: "127.0.0.1" }],
  });
  const forStrangers = hiddenPrimary({ answerQueries: false, nameservers });
  for (const [quiet, soaCode] of [
    [closed, "NOERROR"],
    [forStrangers, "REFUSED"],
  ] as const) {
    await quiet.start([versionOf(zone)]);
    const at = quiet.endpoint;
    const soa = await exchange(at, queryMessage(name(apex), TYPE.SOA), { transport: "udp", timeoutMs: 1000 });
    const www = await exchange(at, queryMessage(name(`www.${apex}`), TYPE.A), {
      transport: "udp",
      timeoutMs: 1000,
    });
    await quiet.stop();
    expect([rcodeName(soa.flags.rcode), rcodeName(www.flags.rcode)]).toEqual([soaCode, "REFUSED"]);
  }
});
