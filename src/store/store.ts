import type { Clock, Log } from "../base/index.ts";
import type { Effects } from "./effects/effects.ts";
import type { Inbox } from "./inbox.ts";
import type { Lanes } from "./lanes/lanes.ts";
import type { Audit } from "./tables/audit.ts";
import type { Blobs } from "./tables/blobs.ts";
import type { Commits } from "./tables/commits.ts";
import type { Deployments } from "./tables/deployments.ts";
import type { FixRequests } from "./tables/fix-requests.ts";
import type { Monitors } from "./tables/monitors.ts";
import type { Publications } from "./tables/publications.ts";
import type { Pulls } from "./tables/pulls.ts";
import type { Pushers } from "./tables/pushers.ts";
import type { Repositories } from "./tables/repositories.ts";
import type { Reviews } from "./tables/reviews.ts";
import type { ShownPlans } from "./tables/shown-plans.ts";
import type { ZoneVersions } from "./tables/versions.ts";

/**
 * All that is durable. Every write that takes a claim is fenced: it happens only while the claim's lease holds, and
 * throws LeaseLost otherwise.
 */
export interface Store {
  readonly inbox: Inbox;
  readonly lanes: Lanes;
  readonly effects: Effects;
  readonly audit: Audit;
  readonly repositories: Repositories;
  readonly pulls: Pulls;
  readonly reviews: Reviews;
  readonly pushers: Pushers;
  readonly fixRequests: FixRequests;
  readonly publications: Publications;
  readonly shownPlans: ShownPlans;
  readonly commits: Commits;
  readonly versions: ZoneVersions;
  readonly deployments: Deployments;
  readonly monitors: Monitors;
  readonly blobs: Blobs;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** The database file; created if it is not there, its folder is not. */
  readonly path: string;
  /** For tests: without it the lanes go by the database's clock, so that replicas agree. */
  readonly clock?: Clock;
  readonly log: Log;
  /** Milliseconds a claim holds without a heartbeat; 30,000 unless told. */
  readonly leaseMs?: number;
}
