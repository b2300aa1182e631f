import { ApiError } from "../api-error.ts";
import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { followBase, followHead } from "./follow.ts";
import { emitPush } from "./push.ts";
import { writeRef } from "./write-ref.ts";

/**
 * Moves, makes or removes a ref as a push does: with the push event, and pull requests following their head and base.
 * Without `force` only forward: throws ApiError 422 "Update is not a fast forward".
 */
export async function moveRef(
  hub: Hub,
  repository: Repository,
  ref: string,
  to: string | undefined,
  by: Account,
  options: { force: boolean },
): Promise<void> {
  const before = repository.refs.get(ref);
  if (before === to) return;
  const forced =
    before !== undefined && to !== undefined && !(await repository.objects.isAncestor(before, to));
  if (forced && !options.force) throw new ApiError(422, "Update is not a fast forward");
  await writeRef(repository, ref, to);
  await announceMove(hub, repository, ref, before, to, by, forced);
}

/** What follows once a ref has moved. */
export async function announceMove(
  hub: Hub,
  repository: Repository,
  ref: string,
  before: string | undefined,
  after: string | undefined,
  by: Account,
  forced: boolean,
): Promise<void> {
  repository.pushedAt = hub.clock.now();
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  // What happens in a fork is the fork's: only pull requests from it are told.
  if (!ref.startsWith("refs/forks/")) await emitPush(hub, repository, ref, before, after, by, forced);
  await followHead(hub, repository, ref, after, by);
  if (branch === undefined) return;
  if (after !== undefined) await followBase(hub, repository, branch, before, after, by);
}
