import type { FileDiff } from "../git/diff.ts";
import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import { branchRef, type Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { pullFiles } from "./pull-diff.ts";
import { emitPull } from "./pull-event.ts";
import { writeRef } from "./write-ref.ts";

/** Open pull requests from a branch that has moved take the new head; from one that is gone they close. */
export async function followHead(
  hub: Hub,
  repository: Repository,
  ref: string,
  after: string | undefined,
  by: Account,
): Promise<void> {
  for (const pull of openPulls(repository, (one) => branchRef(one.fork, one.headRef) === ref)) {
    if (after === undefined) await closePull(hub, repository, pull, by);
    else await takeHead(hub, repository, pull, after, by);
  }
}

async function takeHead(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  after: string,
  by: Account,
): Promise<void> {
  const { headSha: before, baseSha } = pull;
  const now = hub.clock.now();
  const oldDiff = await pullFiles(repository, pull);
  const forced = !(await repository.objects.isAncestor(before, after));
  await writeRef(repository, `refs/pull/${pull.number}/head`, after);
  pull.headSha = after;
  pull.baseSha = repository.branch(pull.baseRef) ?? baseSha;
  pull.updatedAt = now;
  if (sameDiff(oldDiff, await pullFiles(repository, pull))) repointApprovals(pull, before, after);
  const ids = await repository.objects.revList(
    "--topo-order",
    "--reverse",
    after,
    `^${forced ? pull.baseSha : before}`,
  );
  if (forced) {
    const text = `force-pushed the branch from ${before.slice(0, 7)} to ${after.slice(0, 7)}`;
    pull.timeline.push({ kind: "note", at: now, by, text });
  }
  pull.timeline.push({ kind: "commits", at: now, by, ids });
  await emitPull(hub, repository, pull, "synchronize", by, { before, after });
}

/** GitHub moves approvals along when a push leaves the diff as it was, so commit_id proves nothing. */
function repointApprovals(pull: Pull, before: string, after: string): void {
  for (const review of pull.reviews) {
    if (review.state === "APPROVED" && review.commitId === before) review.commitId = after;
  }
}

function sameDiff(a: readonly FileDiff[], b: readonly FileDiff[]): boolean {
  const key = (files: readonly FileDiff[]) =>
    JSON.stringify(
      files.map(({ path, previousPath, status, patch }) => [
        path,
        previousPath,
        status,
        patch?.replace(/^@@.*$/gm, "@@"),
      ]),
    );
  return key(a) === key(b);
}

/** Open pull requests whose head the base now contains count as merged, whoever brought it there. */
export async function followBase(
  hub: Hub,
  repository: Repository,
  branch: string,
  before: string | undefined,
  after: string,
  by: Account,
): Promise<void> {
  for (const pull of openPulls(repository, (one) => one.baseRef === branch)) {
    if (!(await repository.objects.isAncestor(pull.headSha, after))) continue;
    const sha = await arrivalOf(repository, pull.headSha, before, after);
    await markMerged(hub, repository, pull, sha, by);
  }
}

/** The commit on the base's own line that brought the head in: the head itself if the base was fast-forwarded over it. */
async function arrivalOf(
  repository: Repository,
  head: string,
  before: string | undefined,
  after: string,
): Promise<string> {
  const since = before === undefined ? [] : [`^${before}`];
  const line = await repository.objects.revList("--first-parent", "--reverse", after, ...since);
  for (const id of line) {
    if (id === head || (await repository.objects.isAncestor(head, id))) return id;
  }
  return after;
}

/** Closes a pull request as merged, with its event. */
export async function markMerged(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  sha: string,
  by: Account,
): Promise<void> {
  const now = hub.clock.now();
  pull.merged = { at: now, by, sha };
  await endPull(hub, repository, pull, by, `merged this as ${sha.slice(0, 7)} into ${pull.baseRef}`);
}

export async function closePull(hub: Hub, repository: Repository, pull: Pull, by: Account): Promise<void> {
  await endPull(hub, repository, pull, by, "closed this");
}

async function endPull(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  by: Account,
  text: string,
): Promise<void> {
  const now = hub.clock.now();
  pull.state = "closed";
  pull.closedAt = now;
  pull.updatedAt = now;
  pull.timeline.push({ kind: "note", at: now, by, text });
  await emitPull(hub, repository, pull, "closed", by);
}

function openPulls(repository: Repository, matches: (pull: Pull) => boolean): Pull[] {
  return [...repository.pulls.values()].filter((pull) => pull.state === "open" && matches(pull));
}
