import type { Message } from "../../dns/index.ts";

/** Who asks, and how. */
export interface Peer {
  readonly address: string;
  readonly port: number;
  readonly transport: "udp" | "tcp";
}

/** What a server answers with. */
export interface DnsHandler {
  /**
   * The answer in wire form; undefined for none. Over TCP it may be several messages, made as fast as they are taken:
   * when the peer leaves, making them is ended by `return`.
   */
  answer(query: Message, peer: Peer): Uint8Array | AsyncIterable<Uint8Array> | undefined;
}

/** What one server bears. Times are milliseconds. */
export interface ServerLimits {
  /** TCP connections in all; further ones are closed at once. */
  readonly connections: number;
  /** TCP connections from one address. */
  readonly connectionsPerClient: number;
  /** How long a TCP connection may take to bring the next whole message, or to take what is sent. */
  readonly idleMs: number;
}

/** Generous for secondaries, tight for strangers. */
export const defaultLimits: ServerLimits = { connections: 500, connectionsPerClient: 20, idleMs: 10_000 };
