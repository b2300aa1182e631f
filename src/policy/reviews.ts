import type { Actor, PullSnapshot, Review } from "../pull/index.ts";

/** What each reviewer's latest decisive review is worth. */
export interface WeighedReviews {
  readonly approvals: readonly Actor[];
  readonly admins: readonly Actor[];
  /** Writers who ask for changes. */
  readonly vetoes: readonly Actor[];
  /** Approvals that do not count, each with the reason. */
  readonly discounted: readonly { readonly login: string; readonly why: string }[];
}

/**
 * Decides which reviews count. An approval counts when its author is a person with write access who had no
 * hand in the change, and it was given on this head while this plan was shown. Whatever is unknown does not count.
 */
export function weighReviews(snapshot: PullSnapshot, planDigest: string): WeighedReviews {
  const approvals: Actor[] = [];
  const vetoes: Actor[] = [];
  const discounted: { login: string; why: string }[] = [];
  for (const review of decisiveReviews(snapshot.reviews)) {
    const { user } = review;
    const writes = user !== undefined && mayWrite(snapshot, user);
    if (review.state === "changes_requested" && writes) vetoes.push(user);
    if (review.state !== "approved") continue;
    const why = whyNot(snapshot, review, planDigest);
    if (why === undefined && user !== undefined) approvals.push(user);
    else discounted.push({ login: user?.login ?? "a deleted account", why: why ?? "the account is unknown" });
  }
  const admins = approvals.filter((actor) => snapshot.permissions.get(actor.id) === "admin");
  return { approvals, admins, vetoes, discounted };
}

/** The last approval, request for changes or dismissal of each account; comments change nothing. */
function decisiveReviews(reviews: readonly Review[]): readonly Review[] {
  const latest = new Map<number | string, Review>();
  const inOrder = [...reviews].sort((a, b) => a.submittedAt - b.submittedAt || a.id - b.id);
  for (const review of inOrder) {
    if (review.state !== "commented") latest.set(review.user?.id ?? `ghost ${review.id}`, review);
  }
  return [...latest.values()];
}

function mayWrite(snapshot: PullSnapshot, user: Actor): boolean {
  const permission = snapshot.permissions.get(user.id);
  return permission === "admin" || permission === "write";
}

function whyNot(snapshot: PullSnapshot, review: Review, planDigest: string): string | undefined {
  const { user } = review;
  if (user === undefined) return "the account no longer exists";
  if (user.type !== "User") return "only a person can approve, and this is not one";
  if (!mayWrite(snapshot, user)) return "has no write access to the repository";
  if (user.id === snapshot.author?.id) return "opened the pull request";
  if (snapshot.pushers.includes(user.id)) return "pushed to the pull request";
  if (authorIds(snapshot).has(user.id)) return "wrote or committed part of it";
  if (review.headWhenReceived === undefined) {
    return "the review's webhook never arrived, so nothing proves which commit was reviewed; please approve again";
  }
  if (review.headWhenReceived !== snapshot.head.sha) return "approved an earlier commit";
  if (review.planWhenReceived === undefined)
    return "approved before the plan for this commit was shown; please approve again";
  if (review.planWhenReceived !== planDigest) return "the plan is no longer the one that was approved";
  return undefined;
}

/** Accounts with a hand in the commits: authors, committers, and co-authors known by their GitHub noreply address. */
function authorIds(snapshot: PullSnapshot): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const commit of snapshot.commits ?? []) {
    if (commit.author) ids.add(commit.author.id);
    if (commit.committer && !commit.committedByGitHub) ids.add(commit.committer.id);
    for (const email of commit.coAuthorEmails) {
      const id = accountOfNoreply(email);
      if (id !== undefined) ids.add(id);
    }
  }
  return ids;
}

/** Commits that may be anybody's: no account is known for an author, committer or co-author. */
export function unattributedCommits(snapshot: PullSnapshot): readonly string[] {
  return (snapshot.commits ?? [])
    .filter(
      (commit) =>
        commit.author === undefined ||
        (commit.committer === undefined && !commit.committedByGitHub) ||
        commit.coAuthorEmails.some((email) => accountOfNoreply(email) === undefined),
    )
    .map((commit) => commit.sha);
}

/** `123+login@users.noreply.github.com` names account 123. */
function accountOfNoreply(email: string): number | undefined {
  const id = /^(\d{1,15})\+[^@\s]+@users\.noreply\.github\.com$/i.exec(email)?.[1];
  return id === undefined ? undefined : Number(id);
}
