import { fullPullShape } from "../shape/pull.ts";
import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import type { Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { emit } from "./event.ts";
import { pullCounts } from "./pull-diff.ts";

/** The pull_request event, as the pull request is now; `fields` go beside it. */
export async function emitPull(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  action: string,
  by: Account,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const counts = await pullCounts(repository, pull);
  emit(
    hub,
    repository,
    "pull_request",
    action,
    { number: pull.number, pull_request: fullPullShape(hub, repository, pull, counts), ...fields },
    by,
  );
}
