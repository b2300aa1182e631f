// Reads mutated zone files and checks what has to hold for each: node test/fuzz/run.ts [--seed N] [--cases N] [--case N]
// The same seed gives the same cases; --case runs one of them in this thread, and --write keeps its files to look at.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { fuzzCase } from "./cases.ts";
import { checkProperties } from "./properties.ts";
import type { FuzzFailure, FuzzWork } from "./worker.ts";

/** No case takes a second on an idle machine; one that takes so long hangs. */
const hangsAfterMs = 60_000;
const heapMegabytes = 512;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    cases: { type: "string", default: "20000" },
    case: { type: "string" },
    write: { type: "string" },
  },
});
const seed = Number(values.seed);

if (values.case === undefined) await runAll(Number(values.cases));
else runOne(Number(values.case));

function runOne(index: number): void {
  const files = fuzzCase(seed, index);
  for (const [path, octets] of Object.entries(values.write === undefined ? {} : files)) {
    const place = join(values.write!, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, octets);
  }
  checkProperties(files);
  console.log(`seed ${seed}, case ${index}: all properties hold`);
}

async function runAll(cases: number): Promise<void> {
  const started = performance.now();
  const threads = Math.min(2, availableParallelism());
  const failures = await Promise.all(
    Array.from({ length: threads }, (_, first) => runThread({ first, step: threads, cases })),
  );
  const found = failures.filter((failure) => failure !== undefined);
  for (const { index, what } of found) {
    console.error(
      `seed ${seed}, case ${index}: ${what}\n  again: node test/fuzz/run.ts --seed ${seed} --case ${index}`,
    );
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `seed ${seed}: ${cases} cases, ${found.length === 0 ? "all properties hold" : "stopped"} (${seconds} s)`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}

/** Runs one thread's share; gives what went wrong first. */
function runThread(share: Pick<FuzzWork, "first" | "step" | "cases">): Promise<FuzzFailure | undefined> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: { ...share, seed, at } satisfies FuzzWork,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  return new Promise((resolve) => {
    let seen = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      if (at[0] !== seen) {
        seen = at[0]!;
        since = performance.now();
      } else if (performance.now() - since > hangsAfterMs) {
        end({ index: seen, what: `still running after ${hangsAfterMs} ms` });
        void worker.terminate();
      }
    }, 500);
    const end = (failure: FuzzFailure | undefined): void => {
      clearInterval(watch);
      resolve(failure);
    };
    worker.once("message", end);
    worker.once("error", (error) => end({ index: at[0]!, what: String(error) }));
    worker.once("exit", () => end(undefined));
  });
}
