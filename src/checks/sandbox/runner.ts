import { MessageChannel, Worker } from "node:worker_threads";
import { Channel, channelSignals, HOST } from "./channel.ts";
import type { FileRun } from "./file-run.ts";
import type { HostMessage, RunOrder, ThreadMessage } from "./messages.ts";

/** Stack of the thread, in MiB: QuickJS counts its own 256 KiB, and takes many times that of WebAssembly's. */
const STACK_MB = 32;
/** Heap of the thread without WebAssembly's memory, in MiB. */
const HEAP_MB = 256;
/** Longest time a thread may take to start, in milliseconds: the machine may have much else to do. */
const START_MS = 30_000;
/** Real time a file may take, for each millisecond of processor time, and on top. */
const PATIENCE = 4;
const GRACE_MS = 500;

/** A thread with a sandbox in it, which the thread that made it waits for. */
export class SandboxRunner {
  readonly #worker: Worker;
  readonly #channel: Channel<ThreadMessage, HostMessage>;
  #isReady = false;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    const signals = channelSignals();
    this.#channel = new Channel(port1, signals, HOST);
    const entry = import.meta.url.endsWith(".ts") ? "./sandbox-thread.ts" : "./sandbox-thread.js";
    this.#worker = new Worker(new URL(entry, import.meta.url), {
      workerData: { port: port2, signals },
      transferList: [port2],
      // No secrets in there, whatever happens; and Node's parser of types need not say that it is new.
      env: {},
      // Emscripten writes there when it breaks.
      stdout: true,
      stderr: true,
      execArgv: ["--disable-warning=ExperimentalWarning"],
      resourceLimits: { stackSizeMb: STACK_MB, maxOldGenerationSizeMb: HEAP_MB },
    });
    // What happens to the thread shows in that it says nothing more.
    this.#worker.on("error", () => undefined);
    this.#worker.unref();
    port1.unref();
  }

  /** Whether the thread is there; waits for it if need be. */
  get isReady(): boolean {
    this.#isReady ||= this.#channel.receive(START_MS)?.kind === "ready";
    return this.#isReady;
  }

  /** Runs a file in a thread that is ready, telling `run` of it; false where it cannot be used again. */
  run(order: RunOrder, run: FileRun): boolean {
    this.#worker.postMessage(order);
    let left = order.limits.timeMs * PATIENCE + GRACE_MS;
    for (;;) {
      const waiting = performance.now();
      const message = this.#channel.receive(left);
      left -= performance.now() - waiting;
      if (!message) {
        run.cutShort();
        return false;
      }
      if (message.kind === "done") return !message.spoiled;
      const answer = run.take(message);
      if (message.kind === "question") this.#channel.send(answer ?? { answer: undefined });
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
