import { UsageError } from "../../base/index.ts";
import { pressAction, rerequestCheck } from "./act/checks.ts";
import { createComment, deleteComment, editComment } from "./act/comments.ts";
import { commitTo, resolveKnown, treeChanges } from "./act/commits.ts";
import { mergePull, updateBranch } from "./act/merge.ts";
import { changePull, openPull, setDraft } from "./act/pulls.ts";
import { moveRef } from "./act/refs.ts";
import { dismissReview, editReview, lineCommentOf, reviewOf, submitReview } from "./act/reviews.ts";
import { pageSignature, signatureOf, webFlowSignature } from "./act/signature.ts";
import { withSuggestion } from "./act/suggestion.ts";
import type { Human, NewCommit } from "./human.ts";
import type { Account } from "./state/account.ts";
import type { CheckRun } from "./state/check.ts";
import type { Hub } from "./state/hub.ts";
import { branchRef, type Fork, type IssueComment, type Pull } from "./state/pull.ts";
import type { Repository } from "./state/repository.ts";

/** A person at work in the stand-in. One thing at a time in each repository, like requests. */
export function person(hub: Hub, account: Account): Human {
  const by = { account, byApp: false };
  const within = async <T>(name: string, work: (repository: Repository) => T | Promise<T>): Promise<T> => {
    const repository = hub.repository(name);
    return await repository.exclusive(async () => await work(repository));
  };
  const onPull = async <T>(
    name: string,
    number: number,
    work: (repository: Repository, pull: Pull) => T | Promise<T>,
  ) => await within(name, (repository) => work(repository, knownPull(repository, number)));
  const review = async (name: string, number: number, event: "APPROVE" | "REQUEST_CHANGES", body: string) =>
    await onPull(name, number, async (repository, pull) => {
      return (await submitReview(hub, repository, pull, account, { event, body, comments: [] })).id;
    });
  return {
    login: account.login,
    commitFiles: async (name, commit) =>
      await within(name, (repository) => commitFiles(hub, repository, account, commit)),
    pushDirect: async (name, commit) =>
      await within(name, (repository) =>
        commitFiles(hub, repository, account, {
          ...commit,
          branch: commit.branch ?? repository.defaultBranch,
        }),
      ),
    resetBranch: async (name, branch, to) =>
      await within(name, async (repository) => {
        const id = await resolveKnown(repository, to);
        await moveRef(hub, repository, `refs/heads/${branch}`, id, account, { force: true });
      }),
    deleteBranch: async (name, branch) =>
      await within(name, (repository) =>
        moveRef(hub, repository, `refs/heads/${branch}`, undefined, account, { force: true }),
      ),
    openPull: async (name, pull) =>
      await within(name, async (repository) => {
        const { head, title, body = null, draft = false, base = repository.defaultBranch } = pull;
        return (await openPull(hub, repository, account, { head, base, title, body, draft })).number;
      }),
    editPull: async (name, number, changes) =>
      await onPull(name, number, (repository, pull) => changePull(hub, repository, pull, account, changes)),
    closePull: async (name, number) =>
      await onPull(name, number, (repository, pull) =>
        changePull(hub, repository, pull, account, { state: "closed" }),
      ),
    reopenPull: async (name, number) =>
      await onPull(name, number, (repository, pull) =>
        changePull(hub, repository, pull, account, { state: "open" }),
      ),
    readyForReview: async (name, number) =>
      await onPull(name, number, (repository, pull) => setDraft(hub, repository, pull, account, false)),
    convertToDraft: async (name, number) =>
      await onPull(name, number, (repository, pull) => setDraft(hub, repository, pull, account, true)),
    mergePull: async (name, number) =>
      await onPull(name, number, (repository, pull) => mergePull(hub, repository, pull, account, {})),
    updateBranch: async (name, number) =>
      await onPull(name, number, (repository, pull) =>
        updateBranch(hub, repository, pull, account, undefined),
      ),
    approve: async (name, number, body = "") => await review(name, number, "APPROVE", body),
    requestChanges: async (name, number, body) => await review(name, number, "REQUEST_CHANGES", body),
    reviewLines: async (name, number, comments, body = "") =>
      await onPull(name, number, async (repository, pull) => {
        return (await submitReview(hub, repository, pull, account, { event: "COMMENT", body, comments })).id;
      }),
    dismissReview: async (name, number, id, message) =>
      await onPull(name, number, (repository, pull) =>
        dismissReview(hub, repository, pull, reviewOf(pull, id), account, message),
      ),
    editReview: async (name, number, id, body) =>
      await onPull(name, number, (repository, pull) =>
        editReview(hub, repository, pull, reviewOf(pull, id), account, body),
      ),
    comment: async (name, number, body) =>
      await onPull(name, number, (repository, pull) => createComment(hub, repository, pull, by, body).id),
    editComment: async (name, id, body) =>
      await within(name, (repository) =>
        editComment(hub, repository, knownComment(repository, id), by, body),
      ),
    deleteComment: async (name, id) =>
      await within(name, (repository) => deleteComment(hub, repository, knownComment(repository, id), by)),
    applySuggestion: async (name, number, id) =>
      await onPull(name, number, async (repository, pull) => {
        const comment = lineCommentOf(pull, id);
        return await commitTo(hub, repository, {
          branch: pull.headRef,
          fork: pull.fork,
          parent: pull.headSha,
          message: `Update ${comment.path}\n\nCo-authored-by: ${comment.user.name} <${comment.user.email}>`,
          changes: await withSuggestion(repository, pull, comment),
          author: pageSignature(hub, account),
          committer: webFlowSignature(hub),
          by: account,
          force: false,
        });
      }),
    rerequestCheck: async (name, id) =>
      await within(name, (repository) => rerequestCheck(hub, repository, knownRun(repository, id), account)),
    pressCheckAction: async (name, id, identifier) =>
      await within(name, (repository) =>
        pressAction(hub, repository, knownRun(repository, id), account, identifier),
      ),
  };
}

async function commitFiles(
  hub: Hub,
  repository: Repository,
  account: Account,
  commit: NewCommit,
): Promise<string> {
  const fork = commit.fork ? forkOf(hub, repository, account) : undefined;
  const tip =
    repository.refs.get(branchRef(fork, commit.branch)) ??
    (await resolveKnown(repository, commit.from ?? repository.defaultBranch));
  const parent = commit.amend ? (await repository.objects.commitAt(tip)).parents[0] : tip;
  const base = commit.amend ? (await repository.objects.commitAt(tip)).tree : undefined;
  const signature = signatureOf(hub, account);
  return await commitTo(hub, repository, {
    branch: commit.branch,
    fork,
    parent,
    ...(base === undefined ? {} : { base }),
    message: commit.message,
    changes: treeChanges(commit.files),
    author: signature,
    committer: signature,
    by: account,
    force: commit.amend ?? false,
  });
}

/** The person's fork, made at first use. */
function forkOf(hub: Hub, repository: Repository, owner: Account): Fork {
  const fork = repository.forks.get(owner.id) ?? { id: hub.nextId(), owner };
  repository.forks.set(owner.id, fork);
  return fork;
}

function knownPull(repository: Repository, number: number): Pull {
  return repository.pulls.get(number) ?? none(repository, `pull request ${number}`);
}

function knownComment(repository: Repository, id: number): IssueComment {
  return repository.comments.get(id) ?? none(repository, `comment ${id}`);
}

function knownRun(repository: Repository, id: number): CheckRun {
  return repository.checkRuns.get(id) ?? none(repository, `check run ${id}`);
}

function none(repository: Repository, what: string): never {
  throw new UsageError(`finding ${what} in ${repository.fullName}`, "there is none");
}
