export { registerApp } from "./app.ts";
export type { AppGateway, AppState, FailedDelivery, Installation } from "./app-gateway.ts";
export type {
  Accept,
  Delivery,
  DeliveryNotes,
  RecordedFixRequest,
  RecordedPush,
  RecordedReview,
  RepositoryRow,
} from "./delivery.ts";
export { certainlyDidNothing, GitHubRefused, GitHubUnavailable, type RefusalReason } from "./errors.ts";
export { appPermissions, type HandledEvent, handledEvents } from "./events.ts";
export type {
  BranchTip,
  CheckAction,
  CheckAnnotation,
  CheckConclusion,
  CheckReport,
  CheckState,
  CommentState,
  CommitState,
  DeploymentStatus,
  DeploymentStatusReport,
  DeploymentStatusState,
  LineComment,
  ListedReview,
  MergeRequest,
  NewCheck,
  NewCommit,
  NewDeployment,
  NewReview,
  OpenPull,
  PostedComment,
  PullFile,
  PullState,
  RepositoryAccess,
  RepositoryGateway,
  TreeFile,
} from "./gateway.ts";
export { createGitHub, type GitHub, type GitHubOptions } from "./github.ts";
export { createIntake, type IntakeOptions } from "./intake.ts";
export { notesOf } from "./notes.ts";
export { type ReadPullOptions, type RecordedFacts, readPull } from "./snapshot.ts";
