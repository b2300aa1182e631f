import { ApiError } from "../api-error.ts";
import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import { branchRef, type Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { markMerged } from "./follow.ts";
import { announceMove, moveRef } from "./refs.ts";
import { pageSignature, webFlowSignature } from "./signature.ts";
import { writeRef } from "./write-ref.ts";

export interface MergeRequest {
  /** What the head must be. */
  readonly sha?: string | undefined;
  readonly title?: string | undefined;
  readonly message?: string | undefined;
}

const notMergeable = "Pull Request is not mergeable";

/**
 * Merges with a merge commit of [base tip, head] by web-flow, and returns its id. The base is whatever it is at that
 * moment: only the head can be asserted. Throws ApiError 405 (closed, draft, conflict) and 409 (head is not `sha`).
 */
export async function mergePull(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  by: Account,
  request: MergeRequest,
): Promise<string> {
  const base = repository.branch(pull.baseRef);
  if (pull.state !== "open" || base === undefined) throw new ApiError(405, notMergeable);
  if (request.sha !== undefined && request.sha !== pull.headSha) {
    throw new ApiError(409, "Head branch was modified. Review and try the merge again.");
  }
  if (pull.draft) throw new ApiError(405, "Pull Request is still a draft");
  const tree = await repository.objects.mergeTrees(base, pull.headSha);
  if (tree === undefined) throw new ApiError(405, notMergeable);
  const title =
    request.title ??
    `Merge pull request #${pull.number} from ${(pull.fork ?? repository).owner.login}/${pull.headRef}`;
  const message = request.message ?? pull.title;
  const merge = await repository.objects.writeCommit({
    tree,
    parents: [base, pull.headSha],
    author: pageSignature(hub, by),
    committer: webFlowSignature(hub),
    message: message === "" ? title : `${title}\n\n${message}`,
  });
  await writeRef(repository, `refs/heads/${pull.baseRef}`, merge);
  await markMerged(hub, repository, pull, merge, by);
  await announceMove(hub, repository, `refs/heads/${pull.baseRef}`, base, merge, by, false);
  return merge;
}

/** Merges the base's tip into the head: the "Update branch" button. Throws ApiError 422 if there is nothing to merge or they conflict. */
export async function updateBranch(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  by: Account,
  expectedHead: string | undefined,
): Promise<void> {
  const base = repository.branch(pull.baseRef);
  if (expectedHead !== undefined && expectedHead !== pull.headSha) {
    throw new ApiError(422, "expected head sha didn’t match current head ref.");
  }
  if (base === undefined || (await repository.objects.isAncestor(base, pull.headSha))) {
    throw new ApiError(422, "There are no new commits on the base branch.");
  }
  const tree = await repository.objects.mergeTrees(pull.headSha, base);
  if (tree === undefined) throw new ApiError(422, "merge conflict between base and head");
  const commit = await repository.objects.writeCommit({
    tree,
    parents: [pull.headSha, base],
    author: pageSignature(hub, by),
    committer: webFlowSignature(hub),
    message: `Merge branch '${pull.baseRef}' into ${pull.headRef}`,
  });
  await moveRef(hub, repository, branchRef(pull.fork, pull.headRef), commit, by, { force: false });
}
