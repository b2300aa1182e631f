import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import type { Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { reactionsShape } from "./reactions.ts";
import { repositoryPage, repositoryShape, repositoryUrl } from "./repository.ts";
import { moment, momentOrNull, nodeId } from "./text.ts";
import { userShape } from "./user.ts";

/** What an account is to a repository. */
export function association(repository: Repository, account: Account): string {
  if (account.id === repository.owner.id) return "OWNER";
  return repository.roles.has(account.id) ? "COLLABORATOR" : "NONE";
}

function branchShape(hub: Hub, repository: Repository, ref: string, sha: string) {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: userShape(hub, repository.owner),
    repo: repositoryShape(hub, repository),
  };
}

/** The head's side: of a fork where it is one. */
function headShape(hub: Hub, repository: Repository, { fork, headRef, headSha }: Pull) {
  const shape = branchShape(hub, repository, headRef, headSha);
  if (fork === undefined) return shape;
  const { id, owner } = fork;
  const of = { id, owner: userShape(hub, owner), full_name: `${owner.login}/${repository.name}`, fork: true };
  return {
    ...shape,
    label: `${owner.login}:${headRef}`,
    user: userShape(hub, owner),
    repo: { ...shape.repo, ...of, node_id: nodeId("R", id) },
  };
}

function links(hub: Hub, repository: Repository, pull: Pull) {
  const url = `${repositoryUrl(hub, repository)}/pulls/${pull.number}`;
  const issue = `${repositoryUrl(hub, repository)}/issues/${pull.number}`;
  return {
    self: url,
    html: `${repositoryPage(hub, repository)}/pull/${pull.number}`,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(hub, repository)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repositoryUrl(hub, repository)}/statuses/${pull.headSha}`,
  };
}

/** What merge_commit_sha shows: while open the test merge, which may be outdated; once merged what the base became. */
function mergeCommitSha(pull: Pull): string | null {
  return pull.merged?.sha ?? pull.lastMergeCommit ?? null;
}

/** A pull request as lists have it: without mergeability. */
export function pullShape(hub: Hub, repository: Repository, pull: Pull) {
  const link = links(hub, repository, pull);
  return {
    url: link.self,
    id: pull.id,
    node_id: nodeId("PR", pull.id),
    html_url: link.html,
    diff_url: `${link.html}.diff`,
    patch_url: `${link.html}.patch`,
    issue_url: link.issue,
    commits_url: link.commits,
    review_comments_url: link.review_comments,
    review_comment_url: link.review_comment,
    comments_url: link.comments,
    statuses_url: link.statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    active_lock_reason: null,
    title: pull.title,
    user: userShape(hub, pull.author),
    body: pull.body,
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: moment(pull.createdAt),
    updated_at: moment(pull.updatedAt),
    closed_at: momentOrNull(pull.closedAt),
    merged_at: momentOrNull(pull.merged?.at),
    merge_commit_sha: mergeCommitSha(pull),
    head: headShape(hub, repository, pull),
    base: branchShape(hub, repository, pull.baseRef, pull.baseSha),
    _links: Object.fromEntries(Object.entries(link).map(([name, href]) => [name, { href }])),
    author_association: association(repository, pull.author),
    auto_merge: null,
    draft: pull.draft,
  };
}

/** Sizes of a pull request's diff. */
export interface PullCounts {
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
}

/** A pull request as GET and webhooks have it. */
export function fullPullShape(hub: Hub, repository: Repository, pull: Pull, counts: PullCounts) {
  const mergeable = mergeableNow(repository, pull);
  return {
    ...pullShape(hub, repository, pull),
    merged: pull.merged !== undefined,
    mergeable,
    rebaseable: null,
    mergeable_state: mergeableState(pull, mergeable),
    merged_by: pull.merged ? userShape(hub, pull.merged.by) : null,
    comments: [...repository.comments.values()].filter((comment) => comment.pull === pull.number).length,
    review_comments: pull.lineComments.length,
    maintainer_can_modify: false,
    commits: counts.commits,
    additions: counts.additions,
    deletions: counts.deletions,
    changed_files: counts.changedFiles,
  };
}

/** null while the test merge of the present head into the present base tip is not made. */
function mergeableNow(repository: Repository, pull: Pull): boolean | null {
  const test = pull.testMerge;
  if (pull.state === "closed") return null;
  if (!test || test.head !== pull.headSha || test.base !== repository.branch(pull.baseRef)) return null;
  return test.commit !== undefined;
}

function mergeableState(pull: Pull, mergeable: boolean | null): string {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  return pull.draft ? "draft" : "clean";
}

/** The little a check run says of a pull request. */
export function minimalPullShape(hub: Hub, repository: Repository, pull: Pull) {
  const repo = { id: repository.id, url: repositoryUrl(hub, repository), name: repository.name };
  return {
    id: pull.id,
    number: pull.number,
    url: `${repo.url}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, repo },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo },
  };
}

/** The pull request as an issue, as issue_comment events carry it. */
export function issueShape(hub: Hub, repository: Repository, pull: Pull) {
  const link = links(hub, repository, pull);
  return {
    url: link.issue,
    repository_url: repositoryUrl(hub, repository),
    labels_url: `${link.issue}/labels{/name}`,
    comments_url: link.comments,
    events_url: `${link.issue}/events`,
    html_url: link.html,
    id: pull.id,
    node_id: nodeId("PR", pull.id),
    number: pull.number,
    title: pull.title,
    user: userShape(hub, pull.author),
    labels: [],
    state: pull.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: [...repository.comments.values()].filter((comment) => comment.pull === pull.number).length,
    created_at: moment(pull.createdAt),
    updated_at: moment(pull.updatedAt),
    closed_at: momentOrNull(pull.closedAt),
    author_association: association(repository, pull.author),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: link.self,
      html_url: link.html,
      diff_url: `${link.html}.diff`,
      patch_url: `${link.html}.patch`,
      merged_at: momentOrNull(pull.merged?.at),
    },
    body: pull.body,
    reactions: reactionsShape(link.issue),
    performed_via_github_app: null,
  };
}
