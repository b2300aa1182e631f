import { createSocket, type Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import { messageOf, TransientError } from "../base/index.ts";
import { decodeMessage, type Message, MessageError } from "../dns/index.ts";
import { type Endpoint, formatEndpoint } from "./endpoint.ts";
import { isReplyTo } from "./match.ts";

export interface AskOptions {
  /** How long to wait for an answer, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Address to ask from; the system chooses otherwise. */
  readonly localAddress?: string | undefined;
}

/**
 * Sends `octets`, which are `query`, from a port of their own and waits for its answer. Datagrams from elsewhere, with
 * another id or another question are passed over, as if they had not come. Throws TransientError on silence and network
 * faults, and the signal's reason when aborted.
 */
export function askOverUdp(
  endpoint: Endpoint,
  query: Message,
  octets: Uint8Array,
  options: AskOptions,
): Promise<Message> {
  const { timeoutMs, signal, localAddress } = options;
  const doing = `asking ${formatEndpoint(endpoint)} over UDP`;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const socket = createSocket(isIPv6(endpoint.address) ? "udp6" : "udp4");
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      socket.removeAllListeners().on("error", () => undefined);
      closeQuietly(socket);
      finish();
    };
    const fail = (problem: string, cause?: unknown) =>
      settle(() => reject(new TransientError(doing, problem, { cause })));
    const onAbort = () => settle(() => reject(signal?.reason));
    const timer = setTimeout(() => fail(`no answer within ${timeoutMs} ms`), timeoutMs);
    signal?.addEventListener("abort", onAbort, { once: true });

    socket.on("error", (error) => fail(messageOf(error), error));
    socket.on("message", (datagram) => {
      const reply = decodeQuietly(datagram);
      if (reply && isReplyTo(query, reply)) settle(() => resolve(reply));
    });
    socket.on("connect", () => socket.send(octets));
    socket.bind({ port: 0, ...(localAddress && { address: localAddress }) }, () => {
      // Connected, so that the kernel passes on only what comes from the server, and its refusals.
      socket.connect(endpoint.port, endpoint.address);
    });
  });
}

function closeQuietly(socket: Socket): void {
  try {
    socket.close();
  } catch {
    // Closed before: there is nothing left to do.
  }
}

function decodeQuietly(datagram: Uint8Array): Message | undefined {
  try {
    return decodeMessage(datagram);
  } catch (error) {
    if (error instanceof MessageError) return undefined;
    throw error;
  }
}
