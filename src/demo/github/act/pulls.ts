import { ApiError, invalidField } from "../api-error.ts";
import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import { branchRef, type Fork, type Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { closePull } from "./follow.ts";
import { pullCommits } from "./pull-diff.ts";
import { emitPull } from "./pull-event.ts";
import { writeRef } from "./write-ref.ts";

export interface PullRequest {
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string | null;
  readonly draft: boolean;
}

/** Opens a pull request. Throws ApiError 422 where GitHub would. */
export async function openPull(
  hub: Hub,
  repository: Repository,
  by: Account,
  request: PullRequest,
): Promise<Pull> {
  const { fork, branch: headRef } = headIn(repository, request.head);
  const headSha = repository.refs.get(branchRef(fork, headRef));
  const baseSha = repository.branch(request.base);
  if (headSha === undefined) throw invalidField("PullRequest", "head", "head is invalid", "invalid");
  if (baseSha === undefined) throw invalidField("PullRequest", "base", "base is invalid", "invalid");
  const twin = [...repository.pulls.values()].find(
    (pull) =>
      pull.state === "open" &&
      pull.fork === fork &&
      pull.headRef === headRef &&
      pull.baseRef === request.base,
  );
  if (twin) {
    throw invalidField(
      "PullRequest",
      "head",
      `A pull request already exists for ${(fork ?? repository).owner.login}:${headRef}.`,
    );
  }
  const commits = await repository.objects.revList("--topo-order", "--reverse", headSha, `^${baseSha}`);
  if (commits.length === 0) {
    throw invalidField("PullRequest", "head", `No commits between ${request.base} and ${headRef}`);
  }
  const now = hub.clock.now();
  const pull: Pull = {
    id: hub.nextId(),
    number: repository.pulls.size + 1,
    author: by,
    title: request.title,
    body: request.body,
    state: "open",
    draft: request.draft,
    headRef,
    fork,
    headSha,
    baseRef: request.base,
    baseSha,
    testMerge: undefined,
    lastMergeCommit: undefined,
    merged: undefined,
    createdAt: now,
    updatedAt: now,
    closedAt: undefined,
    reviews: [],
    lineComments: [],
    timeline: [{ kind: "commits", at: now, by, ids: commits }],
  };
  repository.pulls.set(pull.number, pull);
  await writeRef(repository, `refs/pull/${pull.number}/head`, headSha);
  await emitPull(hub, repository, pull, "opened", by);
  return pull;
}

/** "branch", "owner:branch", or "login:branch" for a fork. */
function headIn(repository: Repository, head: string): { fork: Fork | undefined; branch: string } {
  const [login, ...rest] = head.split(":");
  const fork = [...repository.forks.values()].find(({ owner }) => owner.login === login);
  if (fork !== undefined && rest.length > 0) return { fork, branch: rest.join(":") };
  return { fork: undefined, branch: head.replace(`${repository.owner.login}:`, "") };
}

export interface PullChanges {
  readonly title?: string | undefined;
  readonly body?: string | null | undefined;
  readonly base?: string | undefined;
  readonly state?: "open" | "closed" | undefined;
}

/** Edits, retargets, closes or reopens a pull request, with the event of each. */
export async function changePull(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  by: Account,
  changes: PullChanges,
): Promise<void> {
  const edited: Record<string, unknown> = {};
  if (changes.title !== undefined && changes.title !== pull.title) {
    edited.title = { from: pull.title };
    note(hub, pull, by, `changed the title from “${pull.title}” to “${changes.title}”`);
    pull.title = changes.title;
  }
  if (changes.body !== undefined && changes.body !== pull.body) {
    edited.body = { from: pull.body };
    pull.body = changes.body;
  }
  if (changes.base !== undefined && changes.base !== pull.baseRef) {
    edited.base = { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } };
    retarget(hub, repository, pull, by, changes.base);
  }
  if (Object.keys(edited).length > 0) {
    pull.updatedAt = hub.clock.now();
    await emitPull(hub, repository, pull, "edited", by, { changes: edited });
  }
  if (changes.state === "closed" && pull.state === "open") await closePull(hub, repository, pull, by);
  if (changes.state === "open" && pull.state === "closed") await reopenPull(hub, repository, pull, by);
}

function retarget(hub: Hub, repository: Repository, pull: Pull, by: Account, base: string): void {
  const baseSha = repository.branch(base);
  if (baseSha === undefined) {
    throw invalidField("PullRequest", "base", `Proposed base branch '${base}' was not found`, "invalid");
  }
  if (pull.state === "closed") {
    throw invalidField("PullRequest", "base", "Cannot change the base branch of a closed pull request.");
  }
  note(hub, pull, by, `changed the base branch from ${pull.baseRef} to ${base}`);
  pull.baseRef = base;
  pull.baseSha = baseSha;
}

async function reopenPull(hub: Hub, repository: Repository, pull: Pull, by: Account): Promise<void> {
  const head = repository.refs.get(branchRef(pull.fork, pull.headRef));
  if (pull.merged || head === undefined) {
    throw invalidField(
      "PullRequest",
      "state",
      "state cannot be changed. The pull request cannot be reopened.",
    );
  }
  pull.state = "open";
  pull.closedAt = undefined;
  pull.headSha = head;
  pull.baseSha = repository.branch(pull.baseRef) ?? pull.baseSha;
  pull.updatedAt = hub.clock.now();
  await writeRef(repository, `refs/pull/${pull.number}/head`, head);
  note(hub, pull, by, "reopened this");
  await emitPull(hub, repository, pull, "reopened", by);
}

/** Marks a pull request ready for review, or makes it a draft again. */
export async function setDraft(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  by: Account,
  draft: boolean,
): Promise<void> {
  if (pull.draft === draft) return;
  pull.draft = draft;
  pull.updatedAt = hub.clock.now();
  note(hub, pull, by, draft ? "marked this as draft" : "marked this as ready for review");
  await emitPull(hub, repository, pull, draft ? "converted_to_draft" : "ready_for_review", by);
}

/** Refuses commits that are none of the pull request's. */
export async function assertCommitOf(repository: Repository, pull: Pull, id: string): Promise<void> {
  if (!(await pullCommits(repository, pull)).includes(id)) {
    throw new ApiError(422, "Unprocessable Entity", {
      errors: [`commit_id ${id} is not part of the pull request`],
    });
  }
}

function note(hub: Hub, pull: Pull, by: Account, text: string): void {
  pull.timeline.push({ kind: "note", at: hub.clock.now(), by, text });
}
