import { createSocket, type RemoteInfo, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { silentLog } from "../../src/base/index.ts";
import { encodeMessage, type Message, replyTo } from "../../src/dns/index.ts";
import {
  type DnsHandler,
  type DnsServer,
  type DnsServerOptions,
  startDnsServer,
} from "../../src/net/index.ts";

/** Everything a test opened on loopback; `close` in afterEach. */
export class Servers {
  readonly #closing: (() => Promise<unknown> | unknown)[] = [];

  /** Our own server with this way to answer. */
  async dns(answer: DnsHandler["answer"], options: Partial<DnsServerOptions> = {}): Promise<DnsServer> {
    const server = await startDnsServer({
      address: "127.0.0.1",
      port: 0,
      handle: { answer },
      log: silentLog,
      ...options,
    });
    this.#closing.push(() => server.close());
    return server;
  }

  /** A bare UDP socket that does with a datagram what the test says. */
  async udp(onMessage: (octets: Buffer, from: RemoteInfo, socket: UdpSocket) => void) {
    const socket = createSocket("udp4");
    socket.on("message", (octets, from) => onMessage(octets, from, socket));
    socket.bind(0, "127.0.0.1");
    await once(socket, "listening");
    this.#closing.push(() => new Promise<void>((resolve) => socket.close(() => resolve())));
    return { address: "127.0.0.1", port: socket.address().port };
  }

  /** A bare TCP listener that does with a connection what the test says. */
  async tcp(onConnection: (socket: Socket) => void) {
    const open = new Set<Socket>();
    const server = createServer((socket) => {
      open.add(socket);
      socket.on("error", () => undefined);
      onConnection(socket);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    this.#closing.push(() => {
      for (const socket of open) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    });
    return { address: "127.0.0.1", port: (server.address() as AddressInfo).port };
  }

  async close(): Promise<void> {
    for (const close of this.#closing.splice(0)) await close();
  }
}

/** The reply to `query` with these parts, in wire form. */
export function reply(query: Message, parts: Partial<Message> = {}, rcode = 0): Uint8Array {
  return encodeMessage({ ...replyTo(query, { rcode, aa: true }), ...parts });
}

/** A message with its length before it, as TCP carries it. */
export function framed(message: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}
