export { mergeOrder, type QueueEntry } from "./next.ts";
