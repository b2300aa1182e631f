export type { Controller } from "./controller.ts";
export { laneHandler } from "./handle.ts";
export { toVersion } from "./stored-zone.ts";
export { TreeReader } from "./tree-reader.ts";
export { startWorker, type Worker } from "./worker.ts";
