import type { Account } from "./account.ts";

export type ReviewState = "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";

export interface Review {
  readonly id: number;
  readonly user: Account;
  body: string;
  state: ReviewState;
  /** Follows the head when a push leaves the diff as it was: no proof of what was looked at. */
  commitId: string;
  readonly submittedAt: number;
  updatedAt: number;
}

/** A comment on lines of a pull request's diff. */
export interface LineComment {
  readonly id: number;
  readonly user: Account;
  readonly review: number;
  readonly path: string;
  readonly side: "LEFT" | "RIGHT";
  readonly startLine: number | undefined;
  readonly line: number;
  readonly body: string;
  readonly commitId: string;
  readonly diffHunk: string;
  readonly createdAt: number;
}

export interface IssueComment {
  readonly id: number;
  readonly pull: number;
  readonly user: Account;
  /** Whether the App wrote it. */
  readonly byApp: boolean;
  body: string;
  readonly createdAt: number;
  updatedAt: number;
}

/** What a pull request's page tells, in order of time. */
export type TimelineEntry =
  | { readonly kind: "commits"; readonly at: number; readonly by: Account; readonly ids: readonly string[] }
  | { readonly kind: "comment"; readonly at: number; readonly comment: IssueComment }
  | { readonly kind: "review"; readonly at: number; readonly review: Review }
  | { readonly kind: "note"; readonly at: number; readonly by: Account; readonly text: string };

/** GitHub's test merge: of which head into which base tip, and what came of it. */
export interface TestMerge {
  readonly head: string;
  readonly base: string;
  /** undefined: they conflict. */
  readonly commit: string | undefined;
}

/** A person's copy of the repository: branches of its own, where the App is not installed. */
export interface Fork {
  readonly id: number;
  readonly owner: Account;
}

export interface Pull {
  readonly id: number;
  readonly number: number;
  readonly author: Account;
  title: string;
  body: string | null;
  state: "open" | "closed";
  draft: boolean;
  readonly headRef: string;
  /** The fork whose branch the head is; undefined where it is one of the repository itself. */
  readonly fork: Fork | undefined;
  headSha: string;
  baseRef: string;
  /** The base's tip when the pull request last looked: at opening, retargeting and every push to the head. */
  baseSha: string;
  /** The latest test merge; outdated once head or base moves, until somebody fetches the pull request. */
  testMerge: TestMerge | undefined;
  /** The latest test merge that did not conflict: what merge_commit_sha shows while open. */
  lastMergeCommit: string | undefined;
  merged: { readonly at: number; readonly by: Account; readonly sha: string } | undefined;
  readonly createdAt: number;
  updatedAt: number;
  closedAt: number | undefined;
  readonly reviews: Review[];
  readonly lineComments: LineComment[];
  readonly timeline: TimelineEntry[];
}

/** A branch by its full name. Those of forks are in the same git repository, under a name that no request reaches. */
export function branchRef(fork: Fork | undefined, branch: string): string {
  return fork === undefined ? `refs/heads/${branch}` : `refs/forks/${fork.owner.login}/${branch}`;
}
