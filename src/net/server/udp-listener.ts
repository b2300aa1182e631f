import { createSocket } from "node:dgram";
import { once } from "node:events";
import { isIPv6 } from "node:net";
import { type Log, messageOf } from "../../base/index.ts";
import { type Endpoint, plainAddress } from "../endpoint.ts";
import type { DnsHandler } from "./handler.ts";
import { answerOctets } from "./reply.ts";

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Answers queries over UDP. Throws the system's error where the endpoint cannot be had. */
export async function listenUdp(endpoint: Endpoint, handler: DnsHandler, log: Log): Promise<Listener> {
  const socket = createSocket(isIPv6(endpoint.address) ? "udp6" : "udp4");
  socket.bind({ address: endpoint.address, port: endpoint.port, exclusive: true });
  await once(socket, "listening");
  socket.on("error", (error) => log.warn({ error: messageOf(error) }, "the UDP socket had an error"));
  socket.on("message", (octets, from) => {
    if (from.port === 0) return;
    const peer = { address: plainAddress(from.address), port: from.port, transport: "udp" } as const;
    const answer = answerOctets(octets, peer, handler, log);
    // A peer that cannot be reached is no concern of ours; it asks again.
    if (answer instanceof Uint8Array) socket.send(answer, from.port, from.address, () => undefined);
  });
  return {
    port: socket.address().port,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
