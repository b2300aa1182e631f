export type {
  EffectResult,
  EffectSpec,
  EffectStep,
  Effects,
  OpRow,
} from "./effects/effects.ts";
export { EffectRefused, LeaseLost } from "./errors.ts";
export type { Delivery, DeliveryNotes, Inbox } from "./inbox.ts";
export type { Claim, Hold, LaneRow, Lanes, Outcome } from "./lanes/lanes.ts";
export { openStore } from "./open.ts";
export type { Store, StoreOptions } from "./store.ts";
export type { Audit, AuditEntry, AuditRow } from "./tables/audit.ts";
export type { Blobs } from "./tables/blobs.ts";
export type { CommitRow, Commits } from "./tables/commits.ts";
export type { DeploymentRow, Deployments } from "./tables/deployments.ts";
export type { FixAnswer, FixRequests, RecordedFixRequest, RefusedFix } from "./tables/fix-requests.ts";
export type {
  CheckHealthRow,
  CheckPeriodRow,
  MonitoredBranch,
  MonitorRound,
  Monitors,
} from "./tables/monitors.ts";
export type { PublicationKind, PublicationRow, Publications } from "./tables/publications.ts";
export type { PullRow, Pulls } from "./tables/pulls.ts";
export type { Pushers, RecordedPush } from "./tables/pushers.ts";
export type { Repositories, RepositoryRow } from "./tables/repositories.ts";
export type { RecordedReview, Reviews } from "./tables/reviews.ts";
export type { ShownPlan, ShownPlans } from "./tables/shown-plans.ts";
export type { VersionRow, ZoneVersions } from "./tables/versions.ts";
