export type { Controller } from "./controller.ts";
export { laneHandler } from "./handle.ts";
export { planSeenBy } from "./judge-pull.ts";
export { toVersion } from "./stored-zone.ts";
export { TreeReader } from "./tree-reader.ts";
export { type LaneHandler, retryDelay, startWorker, type Worker } from "./worker.ts";
