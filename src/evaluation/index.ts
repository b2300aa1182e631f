export { evaluate, settled } from "./evaluate.ts";
export type { EvaluatedZone, Evaluation, Governed, Override } from "./evaluation.ts";
export { Evaluator, type EvaluatorOptions } from "./evaluator.ts";
export type { Binding, Facts, TreeFacts, TreeFile } from "./facts.ts";
export { EvaluationThreads, SharedRoom, type ThreadsOptions } from "./threads/index.ts";
export { wantedBlobs, wantedPaths } from "./wanted.ts";
export { ZoneCache } from "./zone-cache.ts";
