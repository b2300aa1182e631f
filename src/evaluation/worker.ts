import { parentPort, workerData } from "node:worker_threads";
import { messageOf } from "../base/index.ts";
import { Sandbox, type SandboxLimits } from "../checks/index.ts";
import { evaluate, settled } from "./evaluate.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Facts, TreeFile } from "./facts.ts";
import { runServedChecks, type ServedChecks, type ServedFacts } from "./served-checks.ts";
import { wantedBlobs } from "./wanted.ts";
import { ZoneCache } from "./zone-cache.ts";

/** What the worker can be asked, and what it answers. */
export interface Tasks {
  evaluate: Evaluation;
  wanted: readonly TreeFile[];
  served: ServedChecks;
}

export interface Request {
  readonly task: keyof Tasks;
  readonly facts: Facts;
  /** For "served" only. */
  readonly served?: ServedFacts | undefined;
}

export type Answer<T extends keyof Tasks = keyof Tasks> =
  | { readonly result: Tasks[T] }
  | { readonly fault: string };

const { sandbox } = (workerData ?? {}) as { sandbox?: SandboxLimits };
const cache = new ZoneCache(undefined, new Sandbox(sandbox));

function answer(request: Request): Answer {
  try {
    return { result: resultOf(request) };
  } catch (error) {
    return { fault: messageOf(error) };
  }
}

function resultOf({ task, facts, served }: Request): Tasks[keyof Tasks] {
  switch (task) {
    case "evaluate":
      return settled(evaluate(facts, cache));
    case "wanted":
      return wantedBlobs(facts, cache);
    case "served":
      return runServedChecks(facts, served ?? { answers: new Map(), views: [] }, cache);
  }
}

parentPort?.on("message", (request: Request) => parentPort?.postMessage(answer(request)));
