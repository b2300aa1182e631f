import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import {
  decodeMessage,
  encodeMessage,
  type Message,
  queryMessage,
  type RRType,
  rcodeName,
  TYPE,
  zoneText,
} from "../../src/dns/index.ts";
import { exchange, transferZone } from "../../src/net/index.ts";
import { framed } from "../net/servers.ts";
import { name, versionOf, zoneOf } from "../net/zone-of.ts";
import { hiddenPrimary, type Primary } from "./target.ts";

const apex = "example.test.";
const hosts = (count: number, net: number) =>
  Array.from({ length: count }, (_, i) => `h${i} 300 A 10.${net}.${i >> 8}.${i & 255}`);
const running: Primary[] = [];
afterEach(async () => {
  for (const target of running.splice(0)) await target.stop();
});

async function primary(
  lines: readonly string[] = [],
  options: object = { secondaries: [{ address: "127.0.0.1" }] },
) {
  const target = hiddenPrimary(options);
  running.push(target);
  await target.start([versionOf(zoneOf(apex, 5, lines))]);
  return target;
}

/** Every message a server sends for one query over TCP. */
async function messagesOf(target: Primary, query: Message): Promise<Buffer[]> {
  const socket = connect(target.endpoint.port, target.endpoint.address);
  socket.end(framed(encodeMessage(query)));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  const data = Buffer.concat(chunks);
  const messages: Buffer[] = [];
  for (let at = 0; at < data.length; at += 2 + data.readUInt16BE(at)) {
    messages.push(data.subarray(at + 2, at + 2 + data.readUInt16BE(at)));
  }
  return messages;
}

function transferQuery(type: RRType, have?: number): Message {
  const soa = have === undefined ? undefined : zoneOf(apex, have).rrset(name(apex), TYPE.SOA)!;
  const authority = soa ? [{ name: soa.owner, type: TYPE.SOA, class: 1, ttl: 0, rdata: soa.rdata[0]! }] : [];
  return { ...queryMessage(name("ExAmple.Test."), type, { id: 99 }), authority };
}

describe("AXFR", () => {
  test("brings the zone whole, in large messages, each about the question as it was asked", async () => {
    const target = await primary(hosts(6000, 1));
    const messages = await messagesOf(target, transferQuery(TYPE.AXFR));
    const decoded = messages.map((octets) => decodeMessage(octets));
    for (const { id, flags, question } of decoded) {
      expect({ id, flags, question }).toMatchObject({
        id: 99,
        flags: { qr: true, aa: true, tc: false, rcode: 0 },
        question: [{ name: "ExAmple.Test.", type: TYPE.AXFR }],
      });
    }
    const records = decoded.flatMap(({ answer }) => answer);
    expect(records).toHaveLength(6000 + 4);
    expect(records[0]!.type).toBe(TYPE.SOA);
    expect(records.at(-1)).toEqual(records[0]);
    expect(messages.length).toBeLessThan(10);
    // An address at h<n>.example.test. takes 22 octets or fewer with the apex as a pointer.
    expect(Buffer.concat(messages).length).toBeLessThan(6000 * 23);
  });

  test("gives back the zone it was given, names of every kind compressed or not", async () => {
    const lines = [
      "www 300 CNAME Host.EXAMPLE.test.",
      "@ 300 MX 10 @",
      "mail 300 MX 10 mail.elsewhere.test.",
      "_sip._tcp 300 SRV 1 2 5060 www",
      "notexample 300 CNAME xexample.test.",
      'odd\\.label 300 TXT "a" "b"',
      "big 300 TYPE65280 \\# 3 c00cff",
    ];
    const target = await primary(lines);
    const transferred = await transferZone(target.endpoint, name(apex), { timeoutMs: 1000 });
    expect(zoneText(transferred)).toBe(zoneText(zoneOf(apex, 5, lines)));
  });

  test("sends records of nearly a message's size", async () => {
    const big = `\\# 60000 ${"ab".repeat(60_000)}`;
    const lines = [`a 300 TYPE65280 ${big}`, `b 300 TYPE65280 ${big}`, "c 300 A 192.0.2.1"];
    const target = await primary(lines);
    const transferred = await transferZone(target.endpoint, name(apex), { timeoutMs: 1000 });
    expect(transferred.size).toBe(6);
  });

  test("has an OPT record in its first message where the question had one", async () => {
    const target = await primary(hosts(3000, 1));
    const edns = { udpSize: 4096, do: false, version: 0, options: [] };
    const messages = await messagesOf(target, { ...transferQuery(TYPE.AXFR), edns });
    expect(messages.map((octets) => decodeMessage(octets).edns !== undefined)).toEqual([
      true,
      ...messages.slice(1).map(() => false),
    ]);
  });

  test("is of one version though another is published while it runs", async () => {
    const target = await primary(hosts(12_000, 1));
    const socket = connect(target.endpoint.port, target.endpoint.address);
    socket.write(framed(encodeMessage(transferQuery(TYPE.AXFR))));
    const chunks = [(await once(socket, "data"))[0] as Buffer];
    socket.pause();
    await target.apply(versionOf(zoneOf(apex, 6, hosts(12_000, 2))));
    await sleep(50);
    socket.end();
    for await (const chunk of socket) chunks.push(chunk);
    const data = Buffer.concat(chunks);
    const nets = new Set<number>();
    for (let at = 0; at < data.length; at += 2 + data.readUInt16BE(at)) {
      const { answer } = decodeMessage(data.subarray(at + 2, at + 2 + data.readUInt16BE(at)));
      for (const { type, rdata } of answer) if (type === TYPE.A && rdata[0] === 10) nets.add(rdata[1]!);
    }
    expect([...nets]).toEqual([1]);
    const after = await transferZone(target.endpoint, name(apex), { timeoutMs: 1000 });
    expect(after.soa()?.serial).toBe(6);
  });

  test("to several at once, begun at different times, is the same for all", async () => {
    const target = await primary(hosts(6000, 1));
    const all = await Promise.all(
      [0, 5, 20, 60].map(async (after) => {
        await sleep(after);
        return transferZone(target.endpoint, name(apex), { timeoutMs: 2000 });
      }),
    );
    expect(new Set(all.map(zoneText)).size).toBe(1);
  });

  test("is refused to everyone who is not a secondary of this view", async () => {
    const stranger = await primary([], { secondaries: [{ address: "192.0.2.1" }] });
    const otherView = await primary([], { secondaries: [{ address: "127.0.0.1", views: ["internal"] }] });
    for (const target of [stranger, otherView]) {
      await expect(transferZone(target.endpoint, name(apex), { timeoutMs: 500 })).rejects.toThrow("REFUSED");
    }
  });

  test("is FORMERR over UDP and NOTAUTH for what is no zone here", async () => {
    const target = await primary();
    const query = queryMessage(name(apex), TYPE.AXFR);
    const seen = await exchange(target.endpoint, query, { transport: "udp", timeoutMs: 500 });
    expect(rcodeName(seen.flags.rcode)).toBe("FORMERR");
    const below = transferZone(target.endpoint, name(`www.${apex}`), { timeoutMs: 500 });
    await expect(below).rejects.toThrow("NOTAUTH");
  });
});

describe("IXFR", () => {
  const recordsOf = (messages: readonly Buffer[]) =>
    messages.flatMap((octets) => decodeMessage(octets).answer);

  test("brings the whole zone to who is behind", async () => {
    const target = await primary(hosts(3, 1));
    const whole = recordsOf(await messagesOf(target, transferQuery(TYPE.AXFR)));
    expect(recordsOf(await messagesOf(target, transferQuery(TYPE.IXFR, 4)))).toEqual(whole);
    expect(recordsOf(await messagesOf(target, transferQuery(TYPE.IXFR)))).toEqual(whole);
  });

  test("brings the SOA alone to who is up to date, and over UDP", async () => {
    const target = await primary(hosts(3, 1));
    expect(recordsOf(await messagesOf(target, transferQuery(TYPE.IXFR, 5)))).toMatchObject([
      { type: TYPE.SOA },
    ]);
    const udp = { transport: "udp", timeoutMs: 500 } as const;
    const seen = await exchange(target.endpoint, transferQuery(TYPE.IXFR, 4), udp);
    expect(seen.answer).toMatchObject([{ type: TYPE.SOA }]);
  });
});
