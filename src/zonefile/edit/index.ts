export type { Edited, EditResult, RecordChange, Refusal } from "./change.ts";
export { editZone } from "./edit.ts";
