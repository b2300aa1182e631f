import { connect, type Socket } from "node:net";
import { messageOf, TransientError } from "../base/index.ts";
import { type Endpoint, formatEndpoint } from "./endpoint.ts";
import { FrameReader, frame } from "./frames.ts";
import type { AskOptions } from "./udp.ts";

/** A TCP connection to a DNS server. Close it when done. */
export interface TcpConversation {
  /** Sends all messages in one write: many small ones run into delayed acknowledgements. */
  send(messages: readonly Uint8Array[]): void;
  /**
   * Messages as they come, until the server closes. Throws TransientError on network faults and when nothing came for
   * `timeoutMs`, and the signal's reason when aborted.
   */
  messages(): AsyncIterable<Uint8Array>;
  close(): void;
}

export interface TcpOptions extends AskOptions {
  /** How long all of it may take, in milliseconds: a server that drips is not silent. */
  readonly totalMs: number;
}

/** Connects to a DNS server; `timeoutMs` bounds connecting, and later every silence. Throws as `messages` does. */
export async function openTcp(endpoint: Endpoint, options: TcpOptions): Promise<TcpConversation> {
  const { timeoutMs, totalMs, signal, localAddress } = options;
  const doing = `talking to ${formatEndpoint(endpoint)} over TCP`;
  signal?.throwIfAborted();
  const socket = connect({
    host: endpoint.address,
    port: endpoint.port,
    noDelay: true,
    ...(localAddress && { localAddress }),
  });
  const onAbort = () => socket.destroy(new Error("aborted"));
  signal?.addEventListener("abort", onAbort, { once: true });
  const deadline = setTimeout(() => socket.destroy(new Error(`not done within ${totalMs} ms`)), totalMs);
  socket.once("close", () => {
    clearTimeout(deadline);
    signal?.removeEventListener("abort", onAbort);
  });
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)));
  const fault = (error: unknown): unknown =>
    signal?.aborted ? signal.reason : new TransientError(doing, messageOf(error), { cause: error });

  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", (error) => reject(fault(error)));
  });
  // An error between two reads is told by the next read.
  socket.on("error", () => undefined);
  return {
    send: (messages) => socket.write(Buffer.concat(messages.map(frame))),
    messages: () => readMessages(socket, fault),
    close: () => socket.destroy(),
  };
}

async function* readMessages(socket: Socket, fault: (error: unknown) => unknown): AsyncIterable<Uint8Array> {
  const frames = new FrameReader();
  try {
    for await (const chunk of socket as AsyncIterable<Buffer>) yield* frames.push(chunk);
  } catch (error) {
    throw fault(error);
  }
}
