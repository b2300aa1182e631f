export { formatLane, type Lane, parseLane } from "./lane.ts";
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
