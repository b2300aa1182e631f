import { afterEach, describe, expect, test } from "@jest/globals";
import { TransientError } from "../../src/base/index.ts";
import { decodeMessage, encodeMessage, queryMessage, TYPE } from "../../src/dns/index.ts";
import { exchange, exchangeAll } from "../../src/net/index.ts";
import { framed, reply, Servers } from "./servers.ts";
import { name } from "./zone-of.ts";

const servers = new Servers();
afterEach(() => servers.close());

const query = queryMessage(name("www.example."), TYPE.A);
const answer = [
  { name: name("www.example."), type: TYPE.A, class: 1, ttl: 300, rdata: Uint8Array.of(192, 0, 2, 1) },
];
const udp = { transport: "udp", timeoutMs: 1000 } as const;

describe("exchange over UDP", () => {
  test("gives the answer, whatever its code", async () => {
    const { endpoint } = await servers.dns((asked) => reply(asked, { answer }, 3));
    expect(await exchange(endpoint, query, udp)).toMatchObject({ answer, flags: { rcode: 3 } });
  });

  test("asks with another id and from another port each time", async () => {
    const seen = new Set<string>();
    const { endpoint } = await servers.dns((asked, peer) => {
      seen.add(`id ${asked.id}`).add(`port ${peer.port}`);
      return reply(asked);
    });
    for (let i = 0; i < 5; i++) await exchange(endpoint, query, udp);
    expect(seen.size).toBeGreaterThan(7);
  });

  test("sends octets as they are", async () => {
    const { endpoint } = await servers.dns((asked) => reply(asked));
    expect(await exchange(endpoint, encodeMessage({ ...query, id: 4711 }), udp)).toMatchObject({ id: 4711 });
  });

  test("passes over answers with another id, another question, or that are no answers", async () => {
    const endpoint = await servers.udp((octets, from, socket) => {
      const asked = decodeMessage(octets);
      const send = (message: Uint8Array) => socket.send(message, from.port, from.address);
      send(reply({ ...asked, id: asked.id ^ 1 }));
      send(reply({ ...asked, question: [{ ...asked.question[0]!, name: name("evil.example.") }] }));
      send(octets);
      send(Buffer.from("rubbish"));
      send(reply(asked, { answer }));
    });
    expect(await exchange(endpoint, query, udp)).toMatchObject({ answer });
  });

  test("passes over answers that come from elsewhere", async () => {
    let elsewhere: (message: Uint8Array, port: number) => void = () => undefined;
    await servers.udp(() => undefined);
    const endpoint = await servers.udp((octets, from) => {
      elsewhere(reply(decodeMessage(octets), { answer }), from.port);
    });
    const { createSocket } = await import("node:dgram");
    const other = createSocket("udp4");
    elsewhere = (message, port) => other.send(message, port, "127.0.0.1");
    await expect(exchange(endpoint, query, { ...udp, timeoutMs: 200 })).rejects.toThrow(
      "no answer within 200 ms",
    );
    other.close();
  });

  test("asks again over TCP where the answer was cut short", async () => {
    const { endpoint } = await servers.dns((asked, { transport }) => {
      const flags = { ...asked.flags, qr: true, tc: transport === "udp" };
      return reply(asked, { flags, answer: transport === "tcp" ? answer : [] });
    });
    expect(await exchange(endpoint, query, udp)).toMatchObject({ answer, flags: { tc: false } });
  });

  test("tries as often as it is told", async () => {
    let asked = 0;
    const endpoint = await servers.udp((octets, from, socket) => {
      if (++asked === 3) socket.send(reply(decodeMessage(octets)), from.port, from.address);
    });
    await exchange(endpoint, query, { ...udp, timeoutMs: 100, tries: 3 });
    expect(asked).toBe(3);
  });

  test("ends in TransientError where nobody listens, naming the server", async () => {
    const { endpoint, close } = await servers.dns(() => undefined);
    await close();
    const asking = exchange(endpoint, query, udp);
    await expect(asking).rejects.toThrow(TransientError);
    await expect(asking).rejects.toThrow(`127.0.0.1#${endpoint.port}`);
  });

  test("ends with the signal's reason", async () => {
    const endpoint = await servers.udp(() => undefined);
    const signal = AbortSignal.timeout(20);
    await expect(exchange(endpoint, query, { ...udp, signal })).rejects.toHaveProperty(
      "name",
      "TimeoutError",
    );
    await expect(exchange(endpoint, query, { ...udp, signal })).rejects.toHaveProperty(
      "name",
      "TimeoutError",
    );
  });
});

describe("exchange over TCP", () => {
  const tcp = { transport: "tcp", timeoutMs: 300 } as const;

  test("puts an answer together that comes in pieces", async () => {
    const endpoint = await servers.tcp((socket) => {
      socket.on("data", async (data) => {
        for (const octet of framed(reply(decodeMessage(data.subarray(2)), { answer }))) {
          socket.write(Uint8Array.of(octet));
          await new Promise(setImmediate);
        }
      });
    });
    expect(await exchange(endpoint, query, tcp)).toMatchObject({ answer });
  });

  test("ends in TransientError on silence, on closing, on rubbish and where nobody listens", async () => {
    const silent = await servers.tcp(() => undefined);
    const closing = await servers.tcp((socket) => socket.end());
    const rubbish = await servers.tcp((socket) => socket.end(framed(Buffer.from("rubbish"))));
    await expect(exchange(silent, query, tcp)).rejects.toThrow("no answer within 300 ms");
    await expect(exchange(closing, query, tcp)).rejects.toThrow(TransientError);
    await expect(exchange(rubbish, query, tcp)).rejects.toThrow(TransientError);
    await expect(exchange({ address: "127.0.0.1", port: 1 }, query, tcp)).rejects.toThrow(TransientError);
  });

  test("ends in TransientError where a server drips octets, or answers what was not asked, for ever", async () => {
    const endless = (octets: Uint8Array) =>
      servers.tcp((socket) => {
        const drip = setInterval(() => socket.write(octets), 20);
        socket.on("close", () => clearInterval(drip));
      });
    const dripping = await endless(Uint8Array.of(1));
    const unasked = await endless(framed(reply({ ...query, question: [] }, {}, 5)));
    const started = performance.now();
    await expect(exchange(dripping, query, { ...tcp, timeoutMs: 200 })).rejects.toThrow(TransientError);
    await expect(exchange(unasked, query, { ...tcp, timeoutMs: 200 })).rejects.toThrow(TransientError);
    expect(performance.now() - started).toBeLessThan(1500);
  });

  test("ends with the signal's reason", async () => {
    const endpoint = await servers.tcp(() => undefined);
    const signal = AbortSignal.timeout(20);
    await expect(exchange(endpoint, query, { ...tcp, signal })).rejects.toHaveProperty(
      "name",
      "TimeoutError",
    );
  });
});

describe("exchangeAll", () => {
  const queries = Array.from({ length: 1200 }, (_, i) => queryMessage(name(`host-${i}.example.`), TYPE.A));
  const ownersOf = (replies: readonly ({ question: readonly { name: string }[] } | undefined)[]) =>
    replies.map((message) => message?.question[0]?.name);

  test("gives the answers in the order of the queries, whatever order they come in", async () => {
    const endpoint = await servers.tcp((socket) => {
      const waiting: Buffer[] = [];
      socket.on("data", (data) => {
        for (let at = 0; at + 2 < data.length; at += 2 + data.readUInt16BE(at)) {
          waiting.unshift(
            framed(reply(decodeMessage(data.subarray(at + 2, at + 2 + data.readUInt16BE(at))))),
          );
        }
        socket.write(Buffer.concat(waiting.splice(0)));
      });
    });
    const some = queries.slice(0, 50);
    const replies = await exchangeAll(endpoint, some, { timeoutMs: 1000 });
    expect(ownersOf(replies)).toEqual(some.map(({ question }) => question[0]!.name));
  });

  test("goes on where a server closes after some", async () => {
    let connections = 0;
    const { endpoint } = await servers.dns((asked) => reply(asked), { limits: { idleMs: 5000 } });
    const impatient = await servers.tcp((socket) => {
      connections += 1;
      let answers = 0;
      socket.on("data", (data) => {
        for (let at = 0; at + 2 < data.length; at += 2 + data.readUInt16BE(at)) {
          if (++answers > 30) return void socket.end();
          socket.write(framed(reply(decodeMessage(data.subarray(at + 2, at + 2 + data.readUInt16BE(at))))));
        }
      });
    });
    expect(ownersOf(await exchangeAll(impatient, queries.slice(0, 100), { timeoutMs: 1000 }))).not.toContain(
      undefined,
    );
    expect(connections).toBe(4);
    expect(ownersOf(await exchangeAll(endpoint, queries, { timeoutMs: 1000 }))).not.toContain(undefined);
  });

  test("leaves undefined what is never answered", async () => {
    const { endpoint } = await servers.dns((asked) =>
      asked.question[0]!.name === "host-3.example." ? undefined : reply(asked),
    );
    const replies = await exchangeAll(endpoint, queries.slice(0, 5), { timeoutMs: 100 });
    expect(replies.map((message) => message !== undefined)).toEqual([true, true, true, false, true]);
  });
});
