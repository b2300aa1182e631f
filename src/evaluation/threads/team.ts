import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { messageOf, ZonewrightError } from "../../base/index.ts";
import type { Answer, Order, ResultOf } from "./orders.ts";

/** Room for new objects in each thread, in MiB: with Node's own a run over many zones takes a fifth more memory. */
const YOUNG_MB = 24;

/** Threads that each do a share of what is asked. One that fails fails the whole, which is then over. */
export class Team {
  readonly #members: readonly Worker[];
  /** Rejects when a thread ends or throws outside of an order; never resolves. */
  readonly #lost: Promise<never>;

  constructor(size: number) {
    this.#members = Array.from({ length: size }, startThread);
    this.#lost = new Promise((_, reject) => {
      for (const member of this.#members) {
        member.once("error", (error) => reject(failure(messageOf(error), error)));
        member.once("exit", () => reject(failure("it ended before it was done")));
      }
    });
    // Told to whoever asks; nobody may be asking when it happens.
    this.#lost.catch(() => undefined);
  }

  /** What came of the order in each thread. Throws ZonewrightError where one of them failed. */
  ask<Of extends Order>(order: Of): Promise<ResultOf<Of>[]> {
    const answers = this.#members.map(
      (member) =>
        new Promise<ResultOf<Of>>((resolve, reject) => {
          member.once("message", (answer: Answer<Of>) => {
            if ("result" in answer) resolve(answer.result);
            else reject(failure(answer.fault));
          });
          member.postMessage(order);
        }),
    );
    return Promise.race([Promise.all(answers), this.#lost]);
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.terminate()));
  }
}

function failure(problem: string, cause?: unknown): ZonewrightError {
  return new ZonewrightError("judging in several threads", `one of them failed: ${problem}`, undefined, {
    cause,
  });
}

/** The entry is a source where this file is one, and built where this is. */
function startThread(): Worker {
  const entry = import.meta.url.endsWith(".ts") ? "./thread.ts" : "./thread.js";
  // A thread does not inherit where compiled code is kept.
  const kept = getCompileCacheDir();
  const env = kept === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(kept) };
  return new Worker(new URL(entry, import.meta.url), {
    env,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}
