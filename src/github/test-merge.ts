import type { MergeResult } from "../pull/index.ts";
import { GitHubRefused } from "./errors.ts";
import type { BranchTip, PullState, RepositoryGateway } from "./gateway.ts";

/** A pull request, the base branch's tip and what merging gives, all of one moment. */
export interface TestMerge {
  readonly pull: PullState;
  readonly base: BranchTip;
  readonly merge: MergeResult;
}

/**
 * Reads GitHub's test merge, asking again after each of `delays` (milliseconds) while GitHub has none for the present
 * head and base: reading the pull request is what makes it start. "unknown" if it has none in the end, and for a pull
 * request that is not open.
 */
export async function readTestMerge(
  gateway: RepositoryGateway,
  number: number,
  delays: readonly number[],
  wait: (ms: number) => Promise<void>,
): Promise<TestMerge> {
  for (const delay of delays) {
    const read = await readOnce(gateway, number);
    if (read.merge.kind !== "unknown" || read.pull.state !== "open") return read;
    await wait(delay);
  }
  return readOnce(gateway, number);
}

/** The base's tip is the branch's own: what a pull request says of its base may be old. */
async function readOnce(gateway: RepositoryGateway, number: number): Promise<TestMerge> {
  const pull = await gateway.pull(number);
  const base = await gateway.branchTip(pull.baseRef);
  return { pull, base, merge: await mergeOf(gateway, pull, base) };
}

async function mergeOf(gateway: RepositoryGateway, pull: PullState, base: BranchTip): Promise<MergeResult> {
  if (pull.state !== "open" || pull.mergeable === undefined) return { kind: "unknown" };
  if (!pull.mergeable) return { kind: "conflict" };
  if (pull.mergeCommit === undefined) return { kind: "unknown" };
  const commit = await commitIfThere(gateway, pull.mergeCommit);
  const [first, second, ...more] = commit?.parents ?? [];
  const isOfNow = first === base.sha && second === pull.head.sha && more.length === 0;
  return commit && isOfNow ? { kind: "clean", sha: commit.sha, tree: commit.tree } : { kind: "unknown" };
}

/** GitHub names a test merge at times before all its servers have it. */
async function commitIfThere(gateway: RepositoryGateway, sha: string) {
  try {
    return await gateway.commit(sha);
  } catch (error) {
    if (error instanceof GitHubRefused && error.reason === "gone") return undefined;
    throw error;
  }
}
