import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";

/** The two ends of a channel, as they stand in its signals. */
export const HOST = 0;
export const THREAD = 1;
export type End = typeof HOST | typeof THREAD;

/** Signals of a channel, for both of its ends: how many messages were sent to each. */
export function channelSignals(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** One end of a way between two threads on which each can wait for the other without going back to its event loop. */
export class Channel<In, Out> {
  readonly #port: MessagePort;
  readonly #signals: Int32Array<SharedArrayBuffer>;
  readonly #end: End;

  constructor(port: MessagePort, signals: Int32Array<SharedArrayBuffer>, end: End) {
    this.#port = port;
    this.#signals = signals;
    this.#end = end;
  }

  send(message: Out): void {
    const other = this.#end === HOST ? THREAD : HOST;
    this.#port.postMessage(message);
    Atomics.add(this.#signals, other, 1);
    Atomics.notify(this.#signals, other);
  }

  /** The next message; undefined where none comes within so many milliseconds. */
  receive(timeoutMs = Number.POSITIVE_INFINITY): In | undefined {
    const end = performance.now() + timeoutMs;
    for (;;) {
      // Read first: a message that comes after the look at the port changes it, and the wait ends at once.
      const seen = Atomics.load(this.#signals, this.#end);
      const received = receiveMessageOnPort(this.#port) as { readonly message: In } | undefined;
      if (received) return received.message;
      const left = end - performance.now();
      if (left <= 0) return undefined;
      Atomics.wait(this.#signals, this.#end, seen, left);
    }
  }
}
