export { evaluate, settled } from "./evaluate.ts";
export type { EvaluatedConfigFile, EvaluatedZone, Evaluation, Governed, Override } from "./evaluation.ts";
export { Evaluator, type EvaluatorOptions } from "./evaluator.ts";
export type { Binding, Facts, TreeFacts, TreeFile } from "./facts.ts";
export { runServedChecks, type ServedChecks, type ServedFacts } from "./served-checks.ts";
export { EvaluationThreads, SharedRoom, type ThreadsOptions } from "./threads/index.ts";
export { wantedBlobs, wantedPaths } from "./wanted.ts";
export { ZoneCache } from "./zone-cache.ts";
