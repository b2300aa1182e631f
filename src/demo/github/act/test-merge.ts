import { setTimeout as sleep } from "node:timers/promises";
import type { Hub } from "../state/hub.ts";
import type { Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { pageSignature, webFlowSignature } from "./signature.ts";
import { writeRef } from "./write-ref.ts";

/** Whether the test merge is of the present head and the present base tip. */
function isFresh(repository: Repository, pull: Pull): boolean {
  const { testMerge } = pull;
  return testMerge?.head === pull.headSha && testMerge.base === repository.branch(pull.baseRef);
}

/** Starts the background job that renews an open pull request's test merge, if it is outdated: what fetching the pull does. */
export function renewTestMerge(hub: Hub, repository: Repository, pull: Pull): void {
  if (pull.state !== "open" || isFresh(repository, pull) || hub.renewing.has(pull)) return;
  hub.renewing.add(pull);
  hub.background(async () => {
    await sleep(hub.mergeabilityDelayMs);
    try {
      await repository.exclusive(async () => await makeTestMerge(hub, repository, pull));
    } finally {
      hub.renewing.delete(pull);
    }
  });
}

/** Merges head into the base's tip, aside: refs/pull/N/merge. On a conflict the earlier test merge stays where it was. */
async function makeTestMerge(hub: Hub, repository: Repository, pull: Pull): Promise<void> {
  const head = pull.headSha;
  const base = repository.branch(pull.baseRef);
  if (pull.state !== "open" || base === undefined) return;
  const tree = await repository.objects.mergeTrees(base, head);
  if (tree === undefined) {
    pull.testMerge = { head, base, commit: undefined };
    return;
  }
  const commit = await repository.objects.writeCommit({
    tree,
    parents: [base, head],
    author: pageSignature(hub, pull.author),
    committer: webFlowSignature(hub),
    message: `Merge ${head} into ${base}`,
  });
  await writeRef(repository, `refs/pull/${pull.number}/merge`, commit);
  pull.testMerge = { head, base, commit };
  pull.lastMergeCommit = commit;
}
