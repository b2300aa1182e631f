export { EvaluationThreads, type ThreadsOptions } from "./evaluation-threads.ts";
export { SharedFacts } from "./shared-facts.ts";
export { SharedRoom } from "./shared-room.ts";
