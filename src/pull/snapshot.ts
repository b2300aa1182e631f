/** A GitHub account. Compared by `id` only: logins can be renamed and registered again. */
export interface Actor {
  readonly id: number;
  readonly login: string;
  readonly type: string;
}

export interface RepositoryRef {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

export interface PullCommit {
  readonly sha: string;
  /** Account GitHub attributes the commit to; undefined where it knows none. */
  readonly author: Actor | undefined;
  readonly committer: Actor | undefined;
  /** E-mail addresses of Co-authored-by trailers. */
  readonly coAuthorEmails: readonly string[];
  /** True for GitHub's own web-flow merges and suggestions, whose committer is not a person. */
  readonly committedByGitHub: boolean;
}

export type ReviewState = "approved" | "changes_requested" | "commented" | "dismissed";

/** A review as GitHub lists it now, with what we recorded when it arrived. */
export interface Review {
  readonly id: number;
  readonly user: Actor | undefined;
  readonly state: ReviewState;
  /** Milliseconds since 1970. */
  readonly submittedAt: number;
  /** Head of the pull request when the review's webhook arrived; undefined if we never received it. */
  readonly headWhenReceived: string | undefined;
  /** Digest of the plan that was shown on the pull request then, for that head. */
  readonly planWhenReceived: string | undefined;
}

export type Permission = "admin" | "write" | "read" | "none";

/** GitHub's test merge of head into the base's present tip. */
export type MergeResult =
  | { readonly kind: "clean"; readonly sha: string; readonly tree: string }
  | { readonly kind: "conflict" }
  | { readonly kind: "unknown" };

/** Everything policy may know of a pull request, read at one moment; `now` is that moment in milliseconds. */
export interface PullSnapshot {
  readonly now: number;
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly title: string;
  readonly author: Actor | undefined;
  readonly state: "open" | "closed";
  readonly merged: boolean;
  /** What the pull became after merging. */
  readonly mergeCommit: string | undefined;
  readonly draft: boolean;
  readonly locked: boolean;
  readonly head: { readonly sha: string; readonly ref: string; readonly fromFork: boolean };
  /** `sha` and `tree` are the base branch's tip, not what the pull request last saw of it. */
  readonly base: { readonly ref: string; readonly sha: string; readonly tree: string };
  readonly merge: MergeResult;
  /** Undefined where there are more commits than GitHub lists (250): then nobody can be ruled out as author. */
  readonly commits: readonly PullCommit[] | undefined;
  /** Who pushed any of its commits, as webhooks told; numeric ids. */
  readonly pushers: readonly number[];
  /** Whether a webhook told who pushed the head. Commits can be made in anybody's name; pushing them cannot. */
  readonly headPusherKnown: boolean;
  readonly reviews: readonly Review[];
  /** Live permission of each reviewer, by account id. */
  readonly permissions: ReadonlyMap<number, Permission>;
}
