// Runs every `step`th case of a run in a thread of its own, so that one that hangs or takes all memory can be ended.
import { parentPort, workerData } from "node:worker_threads";
import { fuzzCase } from "./cases.ts";
import { checkProperties } from "./properties.ts";

/** `at` has one number: the case being run. */
export interface FuzzWork {
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  readonly cases: number;
  readonly at: Int32Array;
}

export interface FuzzFailure {
  readonly index: number;
  readonly what: string;
}

const { seed, first, step, cases, at } = workerData as FuzzWork;
for (let index = first; index < cases; index += step) {
  at[0] = index;
  try {
    checkProperties(fuzzCase(seed, index));
  } catch (error) {
    const failure: FuzzFailure = { index, what: error instanceof Error ? error.stack! : String(error) };
    parentPort!.postMessage(failure);
    break;
  }
}
