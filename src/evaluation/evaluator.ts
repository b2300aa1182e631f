import { Worker } from "node:worker_threads";
import { messageOf } from "../base/index.ts";
import type { SandboxLimits } from "../checks/index.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Facts, TreeFile } from "./facts.ts";
import { type ServedChecks, type ServedFacts, unrun } from "./served-checks.ts";
import { SharedFacts } from "./threads/index.ts";
import { unjudged } from "./unjudged.ts";
import type { Answer, Request, Tasks } from "./worker.ts";

export interface EvaluatorOptions {
  /** Longest time one question may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Most heap the worker may use, in MiB. */
  readonly memoryMb: number;
  /** What a file of checks in TypeScript may use; the usual, if not given. */
  readonly sandbox?: SandboxLimits;
}

/**
 * Evaluates in a worker thread, one thing after the other, so that a stranger's pull request delays nothing else.
 * Whatever happens in there, the answer is an evaluation: one that was cut short did not pass and says why.
 */
export class Evaluator {
  readonly #options: EvaluatorOptions;
  readonly #shared = new SharedFacts();
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(options: EvaluatorOptions) {
    this.#options = options;
  }

  evaluate(facts: Facts): Promise<Evaluation> {
    return this.#enqueue("evaluate", facts, unjudged);
  }

  /**
   * As wantedBlobs, in the worker: zones have to be parsed to know what they include. Nothing where that cannot be
   * told; the evaluation then says what it did not have.
   */
  wanted(facts: Facts): Promise<readonly TreeFile[]> {
    return this.#enqueue("wanted", facts, () => []);
  }

  /** As runServedChecks, in the worker. */
  served(facts: Facts, served: ServedFacts): Promise<ServedChecks> {
    return this.#enqueue("served", facts, unrun, served);
  }

  /** Stops the worker; an evaluation under way, and any still to come, is told that it was not judged. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#discard();
    await this.#last;
  }

  #enqueue<T extends keyof Tasks>(
    task: T,
    facts: Facts,
    otherwise: (reason: string) => Tasks[T],
    served?: ServedFacts,
  ): Promise<Tasks[T]> {
    const result = this.#last.then(async () => {
      const answer = await this.#ask<T>({ task, facts, served });
      return "result" in answer ? answer.result : otherwise(answer.fault);
    });
    this.#last = result;
    return result;
  }

  #ask<T extends keyof Tasks>(request: Request): Promise<Answer<T>> {
    if (this.#closed) return Promise.resolve({ fault: "the evaluation was stopped: the program is closing" });
    const worker = this.#start();
    return new Promise((resolve) => {
      const settle = (answer: Answer<T>) => {
        clearTimeout(timer);
        worker.off("message", settle).off("error", onError).off("exit", onExit);
        worker.unref();
        resolve(answer);
      };
      const giveUp = (fault: string) => {
        void this.#discard();
        settle({ fault });
      };
      const onError = (error: unknown) => giveUp(`the evaluation was stopped: ${messageOf(error)}`);
      const onExit = () => giveUp("the evaluation was stopped before it ended");
      const { timeoutMs } = this.#options;
      const timer = setTimeout(
        () => giveUp(`the evaluation took longer than ${timeoutMs} ms and was stopped`),
        timeoutMs,
      );
      worker.ref();
      worker.on("message", settle).on("error", onError).on("exit", onExit);
      try {
        worker.postMessage({ ...request, facts: this.#shared.of(request.facts) });
      } catch (error) {
        settle({ fault: `the facts cannot be handed to the evaluation: ${messageOf(error)}` });
      }
    });
  }

  /** The worker there is, or a new one; one that dies while nothing is asked of it is forgotten. */
  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = startWorker(this.#options);
    const forget = () => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    worker.on("error", forget).on("exit", forget);
    this.#worker = worker;
    return worker;
  }

  async #discard(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}

/** The entry is a source where this file is one, and built where this is. */
function startWorker({ memoryMb, sandbox }: EvaluatorOptions): Worker {
  const entry = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  const worker = new Worker(new URL(entry, import.meta.url), {
    workerData: { sandbox },
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  worker.unref();
  return worker;
}
