import type { Actor, Permission, PullCommit, RepositoryRef, ReviewState } from "../pull/index.ts";

/** A repository as the bot reaches it: through an installation of the App. */
export interface RepositoryAccess extends RepositoryRef {
  readonly installationId: number;
}

export interface PullState {
  readonly number: number;
  readonly title: string;
  readonly author: Actor | undefined;
  readonly state: "open" | "closed";
  readonly merged: boolean;
  readonly draft: boolean;
  readonly locked: boolean;
  readonly head: { readonly sha: string; readonly ref: string; readonly fromFork: boolean };
  readonly baseRef: string;
  /** GitHub's word; undefined while its background job has not run. */
  readonly mergeable: boolean | undefined;
  /** The test merge while open (may be an old one), what the pull became once merged. */
  readonly mergeCommit: string | undefined;
}

export interface OpenPull {
  readonly number: number;
  readonly headSha: string;
  readonly baseRef: string;
  readonly draft: boolean;
}

export interface BranchTip {
  readonly sha: string;
  readonly tree: string;
}

export interface CommitState extends BranchTip {
  readonly parents: readonly string[];
  readonly message: string;
}

/** A file of a git tree; `mode` as git writes it: "100644", "120000" for a symbolic link, "160000" for a submodule. */
export interface TreeFile {
  readonly path: string;
  readonly oid: string;
  readonly mode: string;
  /** Octets; a submodule has none. */
  readonly size?: number;
}

export interface ListedReview {
  readonly id: number;
  readonly user: Actor | undefined;
  readonly state: ReviewState;
  readonly submittedAt: number;
  /** GitHub moves this to a new head at times: no proof of what was reviewed. */
  readonly commitId: string | undefined;
}

export type CheckConclusion =
  | "action_required"
  | "cancelled"
  | "failure"
  | "neutral"
  | "skipped"
  | "success"
  | "timed_out";

export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Columns count for annotations of one line only; elsewhere they are left out. */
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title?: string;
  readonly message: string;
  readonly rawDetails?: string;
}

/** A button on a check run. GitHub takes three at most: label and identifier of 20 characters, description of 40. */
export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

/** What a check run is to say. Texts are cut to GitHub's limits. */
export interface CheckReport {
  readonly status: "queued" | "in_progress" | "completed";
  /** Given exactly when completed. */
  readonly conclusion?: CheckConclusion;
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  readonly detailsUrl?: string;
  readonly annotations?: readonly CheckAnnotation[];
  readonly actions?: readonly CheckAction[];
}

export interface NewCheck extends CheckReport {
  readonly name: string;
  /** Ours to find it by. Begin it with the pull's lane ("pull:12#7"), so that a re-run asked on GitHub finds its way. */
  readonly externalId: string;
}

export interface CheckState {
  readonly id: number;
  readonly status: string;
  readonly conclusion: string | undefined;
  readonly annotations: number;
}

export interface PostedComment {
  readonly id: number;
  /** When it came to say what it says: GitHub's clock, milliseconds. */
  readonly updatedAt: number;
}

export interface CommentState extends PostedComment {
  readonly body: string;
}

/** A file that a pull request changes, as it is in the head. */
export interface PullFile {
  readonly path: string;
  /** Blob id in the head; undefined where the pull request removes the file. */
  readonly oid: string | undefined;
  /** Hunks of its diff; undefined where it is too large, binary, or renamed only. */
  readonly patch: string | undefined;
}

/** A comment on lines of the new side of a pull request's diff, within one hunk. */
export interface LineComment {
  readonly path: string;
  readonly line: number;
  /** Where it is about several lines: the first of them. */
  readonly startLine?: number;
  readonly body: string;
}

/** A review that decides nothing. */
export interface NewReview {
  /** The head it is about. */
  readonly commit: string;
  readonly body: string;
  readonly comments: readonly LineComment[];
}

export interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parent: string;
}

export interface MergeRequest {
  /** The head commit that was tested: GitHub refuses if it is another by now. */
  readonly sha: string;
  readonly title: string;
  readonly message: string;
  readonly method: "merge";
}

export type DeploymentStatusState =
  | "error"
  | "failure"
  | "inactive"
  | "in_progress"
  | "queued"
  | "pending"
  | "success";

export interface NewDeployment {
  readonly sha: string;
  readonly environment: string;
  /** Ours to find it by; readable by every App with access to deployments, so nothing secret. */
  readonly key: string;
  readonly description: string;
}

export interface DeploymentStatusReport {
  readonly state: DeploymentStatusState;
  readonly description: string;
  readonly logUrl?: string;
  readonly environmentUrl?: string;
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
}

/**
 * One repository on GitHub. Each method is one documented call or one paged series.
 *
 * Reads are tried a few times. Writes are sent once, ever: the caller knows whether the effect is already there.
 * All throw GitHubRefused (it did not happen) or GitHubUnavailable (`uncertain` tells whether it may have).
 * A 404 is `gone` at once; whether one right after a webhook deserves patience is the caller's to know.
 */
export interface RepositoryGateway {
  readonly repository: RepositoryAccess;

  pull(number: number): Promise<PullState>;
  /** Open pull requests, of one base branch where given. */
  openPulls(base?: string): Promise<readonly OpenPull[]>;
  reviews(number: number): Promise<readonly ListedReview[]>;
  /** Undefined from 250 commits on: GitHub lists no more, so nobody can be ruled out as an author. */
  pullCommits(number: number): Promise<readonly PullCommit[] | undefined>;
  /** Files it changes. Refused as `too-large` where GitHub does not list all. */
  pullFiles(number: number): Promise<readonly PullFile[]>;
  /** One comment that GitHub does not take refuses the whole review, as `invalid`. */
  createReview(number: number, review: NewReview): Promise<{ readonly id: number }>;
  /** Our own first review whose body contains `marker`. */
  findReview(number: number, marker: string): Promise<{ readonly id: number } | undefined>;
  /** Live permission of an account; "none" where the login belongs to another account by now. */
  permission(actor: Actor): Promise<Permission>;
  mergePull(number: number, merge: MergeRequest): Promise<{ readonly sha: string }>;

  /** The tip of a branch, `ref` without "refs/heads/". */
  branchTip(ref: string): Promise<BranchTip>;
  commit(sha: string): Promise<CommitState>;
  /** Every file of a tree, links and submodules included. Refused as `too-large` rather than given in part. */
  tree(sha: string): Promise<readonly TreeFile[]>;
  /** A blob's octets, checked against its id. */
  blob(oid: string): Promise<Uint8Array>;

  /** Stores octets; their blob id. By itself it changes nothing that anyone sees, nor do the next two. */
  createBlob(octets: Uint8Array): Promise<string>;
  /** A tree like `base` but for these files; its id. */
  createTree(base: string, files: readonly Pick<TreeFile, "path" | "oid" | "mode">[]): Promise<string>;
  /** A commit in the App's own name; its id. */
  createCommit(commit: NewCommit): Promise<string>;
  /** Moves a branch forward to a commit; refused as `invalid` where that would lose any. */
  advanceBranch(ref: string, sha: string): Promise<void>;

  /** Annotations beyond the first 50 are sent after it, and the conclusion with the last of them. */
  createCheckRun(headSha: string, check: NewCheck): Promise<{ readonly id: number }>;
  /** Annotations are added to those the run has: to replace them, create a new run. */
  updateCheckRun(id: number, report: CheckReport): Promise<void>;
  /** The newest of our own runs. */
  findCheckRun(headSha: string, name: string, externalId: string): Promise<CheckState | undefined>;

  createComment(number: number, body: string): Promise<PostedComment>;
  updateComment(id: number, body: string): Promise<PostedComment>;
  comment(id: number): Promise<CommentState>;
  /** Our own first comment that contains `marker`; other people's never count. */
  findComment(number: number, marker: string): Promise<CommentState | undefined>;

  createDeployment(deployment: NewDeployment): Promise<{ readonly id: number }>;
  /** Our own deployment with that key. */
  findDeployment(sha: string, environment: string, key: string): Promise<{ readonly id: number } | undefined>;
  createDeploymentStatus(id: number, report: DeploymentStatusReport): Promise<{ readonly id: number }>;
  /** Newest first. */
  deploymentStatuses(id: number): Promise<readonly DeploymentStatus[]>;
}
