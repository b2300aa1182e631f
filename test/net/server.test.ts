import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  decodeMessage,
  encodeMessage,
  type Message,
  queryMessage,
  RCODE,
  TYPE,
} from "../../src/dns/index.ts";
import { type Endpoint, exchange } from "../../src/net/index.ts";
import { framed, reply, Servers } from "./servers.ts";
import { name } from "./zone-of.ts";

const servers = new Servers();
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await servers.close();
});

const query = queryMessage(name("www.example."), TYPE.A, { id: 77 });
const asked = encodeMessage(query);

async function connected({ port, address }: Endpoint): Promise<Socket> {
  const socket = connect({ host: address, port });
  sockets.push(socket);
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** Sends octets over UDP and gives what comes back within a moment. */
async function sendUdp({ address, port }: Endpoint, octets: Uint8Array): Promise<Buffer | undefined> {
  const socket = createSocket("udp4");
  const got = once(socket, "message").then(([message]) => message as Buffer);
  socket.send(octets, port, address);
  const answer = await Promise.race([got, sleep(150, undefined)]);
  socket.close();
  return answer;
}

async function read(socket: Socket, messages: number): Promise<Message[]> {
  let data = Buffer.alloc(0);
  const found: Message[] = [];
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    data = Buffer.concat([data, chunk]);
    while (data.length >= 2 && data.length >= 2 + data.readUInt16BE(0)) {
      found.push(decodeMessage(data.subarray(2, 2 + data.readUInt16BE(0))));
      data = data.subarray(2 + data.readUInt16BE(0));
    }
    if (found.length >= messages) break;
  }
  return found;
}

describe("a DNS server", () => {
  test("listens for UDP and TCP on one port of its own choice", async () => {
    const { endpoint } = await servers.dns((message) => reply(message));
    expect(endpoint.port).toBeGreaterThan(0);
    for (const transport of ["udp", "tcp"] as const) {
      expect((await exchange(endpoint, query, { transport, timeoutMs: 1000 })).question).toEqual(
        query.question,
      );
    }
  });

  test("says where it cannot listen", async () => {
    const { endpoint } = await servers.dns(() => undefined);
    await expect(servers.dns(() => undefined, endpoint)).rejects.toThrow(`127.0.0.1#${endpoint.port}`);
  });

  test("tells the handler who asks", async () => {
    const peers: unknown[] = [];
    const { endpoint } = await servers.dns((message, peer) => {
      peers.push(`${peer.address} ${peer.transport}`);
      return reply(message);
    });
    await exchange(endpoint, query, { transport: "udp", timeoutMs: 1000 });
    await exchange(endpoint, query, { transport: "tcp", timeoutMs: 1000 });
    expect(peers).toEqual(["127.0.0.1 udp", "127.0.0.1 tcp"]);
  });

  test("answers SERVFAIL where the handler throws, and goes on", async () => {
    const { endpoint } = await servers.dns(() => {
      throw new Error("a fault of ours");
    });
    for (const transport of ["udp", "tcp", "udp"] as const) {
      const { flags } = await exchange(endpoint, query, { transport, timeoutMs: 1000 });
      expect(flags.rcode).toBe(RCODE.SERVFAIL);
    }
  });

  test("answers FORMERR with a bare header to what is no message, and nothing to responses and scraps", async () => {
    const { endpoint } = await servers.dns((message) => reply(message));
    const cutShort = await sendUdp(endpoint, asked.subarray(0, 20));
    expect(cutShort?.length).toBe(12);
    expect(decodeMessage(cutShort!)).toMatchObject({ id: 77, flags: { qr: true, rcode: RCODE.FORMERR } });
    expect(await sendUdp(endpoint, asked.subarray(0, 11))).toBeUndefined();
    expect(await sendUdp(endpoint, reply(query))).toBeUndefined();
  });

  test("survives whatever is thrown at it", async () => {
    const { endpoint } = await servers.dns((message) => reply(message));
    const udp = createSocket("udp4");
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (octets) => {
        udp.send(octets, endpoint.port, endpoint.address);
        const socket = await connected(endpoint);
        socket.end(octets);
      }),
      { numRuns: 60 },
    );
    udp.close();
    await exchange(endpoint, query, { transport: "udp", timeoutMs: 1000 });
    await sleep(100);
    await exchange(endpoint, query, { transport: "tcp", timeoutMs: 1000 });
  });
});

describe("a TCP connection", () => {
  test("takes several messages, in one piece or many", async () => {
    const { endpoint } = await servers.dns((message) => reply(message));
    const socket = await connected(endpoint);
    const three = Buffer.concat([1, 2, 3].map((id) => framed(encodeMessage({ ...query, id }))));
    socket.write(three);
    expect((await read(socket, 3)).map(({ id }) => id)).toEqual([1, 2, 3]);
    for (const octet of framed(encodeMessage({ ...query, id: 4 }))) {
      socket.write(Uint8Array.of(octet));
      await new Promise(setImmediate);
    }
    expect((await read(socket, 1)).map(({ id }) => id)).toEqual([4]);
  });

  test("that the peer has half closed still brings the answers", async () => {
    const { endpoint } = await servers.dns((message) => reply(message));
    const socket = await connected(endpoint);
    socket.end(framed(asked));
    expect(await read(socket, 2)).toHaveLength(1);
  });

  test("is closed when no whole message comes in time, however busily octets do", async () => {
    const { endpoint } = await servers.dns((message) => reply(message), { limits: { idleMs: 200 } });
    const idle = await connected(endpoint);
    const dripping = await connected(endpoint);
    const drip = setInterval(() => dripping.write(Uint8Array.of(1)), 30);
    const started = performance.now();
    await Promise.all([once(idle, "close"), once(dripping, "close"), idle.resume(), dripping.resume()]);
    clearInterval(drip);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("over one client's share is closed at once, and room is free again after one ends", async () => {
    const { endpoint } = await servers.dns((message) => reply(message), {
      limits: { connectionsPerClient: 2 },
    });
    const first = await connected(endpoint);
    const second = await connected(endpoint);
    const third = await connected(endpoint);
    third.resume();
    await once(third, "close");
    first.destroy();
    await sleep(50);
    await exchange(endpoint, query, { transport: "tcp", timeoutMs: 1000 });
    expect(second.destroyed).toBe(false);
  });

  test("over what the server bears is closed at once", async () => {
    const { endpoint } = await servers.dns((message) => reply(message), { limits: { connections: 1 } });
    await connected(endpoint);
    const second = await connected(endpoint);
    second.resume();
    await once(second, "close");
  });

  test("of a peer that does not read has few answers made for it, and none after it has gone", async () => {
    let made = 0;
    let ended = false;
    async function* endless(message: Message) {
      try {
        for (;;) {
          made += 1;
          await new Promise(setImmediate);
          yield Buffer.concat([reply(message), Buffer.alloc(40_000)]);
        }
      } finally {
        ended = true;
      }
    }
    const { endpoint } = await servers.dns(endless, { limits: { idleMs: 5000 } });
    const socket = await connected(endpoint);
    socket.pause();
    socket.write(framed(asked));
    await sleep(400);
    const soFar = made;
    await sleep(200);
    expect(made).toBe(soFar);
    socket.destroy();
    await sleep(100);
    expect(ended).toBe(true);
  });

  test("of a peer that stops taking an answer is closed in time", async () => {
    async function* endless(message: Message) {
      for (;;) yield Buffer.concat([reply(message), Buffer.alloc(40_000)]);
    }
    const { endpoint } = await servers.dns(endless, { limits: { idleMs: 200, connections: 1 } });
    const socket = await connected(endpoint);
    socket.pause();
    socket.write(framed(asked));
    // One connection is allowed: another one is answered only once the stuck one is gone.
    let answered = false;
    while (!answered) {
      await sleep(100);
      const next = await connected(endpoint);
      const outcome = Promise.race([
        once(next, "data").then(() => true),
        once(next, "close").then(() => false),
      ]);
      next.write(framed(asked));
      answered = await outcome;
    }
  });

  test("is cut when the server closes", async () => {
    const server = await servers.dns((message) => reply(message));
    const socket = await connected(server.endpoint);
    socket.resume();
    const gone = once(socket, "close");
    await server.close();
    await gone;
  });
});
