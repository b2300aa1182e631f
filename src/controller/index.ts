export type { Controller } from "./controller.ts";
export { laneHandler } from "./handle.ts";
export { nextRows } from "./health-rows.ts";
export { planSeenBy } from "./judge-pull.ts";
export { RecentJudgements } from "./recent-judgements.ts";
export { toVersion } from "./stored-zone.ts";
export { TreeReader } from "./tree-reader.ts";
export { type LaneHandler, retryDelay, startWorker, type Worker } from "./worker.ts";
