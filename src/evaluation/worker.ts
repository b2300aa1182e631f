import { parentPort } from "node:worker_threads";
import { messageOf } from "../base/index.ts";
import { evaluate, settled } from "./evaluate.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Facts, TreeFile } from "./facts.ts";
import { wantedBlobs } from "./wanted.ts";
import { ZoneCache } from "./zone-cache.ts";

/** What the worker can be asked, and what it answers. */
export interface Tasks {
  evaluate: Evaluation;
  wanted: readonly TreeFile[];
}

export interface Request {
  readonly task: keyof Tasks;
  readonly facts: Facts;
}

export type Answer<T extends keyof Tasks = keyof Tasks> =
  | { readonly result: Tasks[T] }
  | { readonly fault: string };

const cache = new ZoneCache();

function answer({ task, facts }: Request): Answer {
  try {
    return { result: task === "evaluate" ? settled(evaluate(facts, cache)) : wantedBlobs(facts, cache) };
  } catch (error) {
    return { fault: messageOf(error) };
  }
}

parentPort?.on("message", (request: Request) => parentPort?.postMessage(answer(request)));
