import { once } from "node:events";
import type { Socket } from "node:net";
import type { Log } from "../../base/index.ts";
import { plainAddress } from "../endpoint.ts";
import { FrameReader, frame } from "../frames.ts";
import type { DnsHandler, Peer } from "./handler.ts";
import { answerOctets } from "./reply.ts";

/**
 * Answers the queries of one TCP connection in their order, until the peer closes or is too slow. No query is read while
 * an answer waits to be taken, so that a connection holds little memory whatever the peer does. Never throws.
 */
export async function serveConnection(
  socket: Socket,
  handler: DnsHandler,
  log: Log,
  idleMs: number,
): Promise<void> {
  const peer: Peer = {
    address: plainAddress(socket.remoteAddress ?? ""),
    port: socket.remotePort ?? 0,
    transport: "tcp",
  };
  const deadline = new Deadline(socket, idleMs);
  try {
    const frames = new FrameReader();
    for await (const chunk of socket as AsyncIterable<Buffer>) {
      const queries = frames.push(chunk);
      // A message that comes in drops does not win time by each of them.
      if (queries.length > 0) deadline.restart();
      socket.cork();
      for (const query of queries) await send(socket, answerOctets(query, peer, handler, log), deadline);
      socket.uncork();
    }
    socket.end();
  } catch (error) {
    log.debug({ peer: peer.address, error }, "a TCP connection broke off");
    socket.destroy();
  }
}

async function send(
  socket: Socket,
  answer: Uint8Array | AsyncIterable<Uint8Array> | undefined,
  deadline: Deadline,
): Promise<void> {
  if (answer === undefined) return;
  for await (const message of answer instanceof Uint8Array ? [answer] : answer) {
    if (socket.destroyed) return;
    if (socket.write(frame(message))) continue;
    socket.uncork();
    await drained(socket);
    deadline.restart();
    socket.cork();
  }
}

/** Waits until the peer has taken what was written; throws when the connection ends first. */
async function drained(socket: Socket): Promise<void> {
  const gone = new AbortController();
  const onClose = () => gone.abort();
  socket.once("close", onClose);
  try {
    if (socket.writableNeedDrain) await once(socket, "drain", { signal: gone.signal });
  } finally {
    socket.off("close", onClose);
  }
}

/** Closes a connection that does nothing of use for a while. */
class Deadline {
  readonly #timer: NodeJS.Timeout;

  constructor(socket: Socket, afterMs: number) {
    this.#timer = setTimeout(() => socket.destroy(), afterMs);
    socket.once("close", () => clearTimeout(this.#timer));
  }

  restart(): void {
    this.#timer.refresh();
  }
}
