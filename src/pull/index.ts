export { applyFixes, type Fixed, shiftFix } from "./fixes.ts";
export { formatLane, type Lane, parseLane } from "./lane.ts";
export { type LineShift, lineShift } from "./line-shift.ts";
export { type LineRange, shownLines } from "./shown-lines.ts";
export type {
  Actor,
  MergeResult,
  Permission,
  PullCommit,
  PullSnapshot,
  RepositoryRef,
  Review,
  ReviewState,
} from "./snapshot.ts";
