import type { Log } from "../base/index.ts";
import { GitHubRefused, type RepositoryGateway } from "../github/index.ts";
import { weighReviews } from "../policy/index.ts";
import { formatLane, type PullSnapshot } from "../pull/index.ts";
import { type Claim, EffectRefused } from "../store/index.ts";
import type { Controller } from "./controller.ts";
import { refusing } from "./refusing.ts";

/** What is written down before a merge: exactly what was tested and approved. */
export interface MergeIntent {
  readonly repositoryId: number;
  readonly number: number;
  readonly head: string;
  readonly base: string;
  readonly ref: string;
  readonly testedTree: string;
  readonly planDigest: string;
  readonly approvedBy: readonly string[];
}

/** What the merge became. */
export interface MergeOutcome {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

export interface RecordedMerge {
  readonly intent: MergeIntent;
  readonly outcome: MergeOutcome;
}

/** The natural key of merging this head into this base: it happens once, for ever. */
function mergeId(repositoryId: number, number: number, head: string, base: string): string {
  return `merge:${repositoryId}#${number}@${head}:${base}`;
}

/** Reason of an intent that came to nothing by accident: the merge is judged again and may be intended again. */
const INTERRUPTED = "interrupted";
/** A refusal may have been about a rule that somebody has changed since: it is tried again after this (milliseconds). */
const REFUSED_FOR_MS = 10 * 60_000;

/** How a merge went: done; the head or the base is another by now; or GitHub says no. */
export type MergeAttempt = "merged" | "moved" | "refused";

/** Merges a pull request whose snapshot was just judged ready, pinned to its head. */
export async function mergePull(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  snapshot: PullSnapshot & { readonly merge: { readonly kind: "clean"; readonly tree: string } },
  planDigest: string,
  log: Log,
): Promise<MergeAttempt> {
  const repositoryId = snapshot.repository.id;
  const intent: MergeIntent = {
    repositoryId,
    number: snapshot.number,
    head: snapshot.head.sha,
    base: snapshot.base.sha,
    ref: snapshot.base.ref,
    testedTree: snapshot.merge.tree,
    planDigest,
    approvedBy: weighReviews(snapshot, planDigest).approvals.map((actor) => actor.login),
  };
  try {
    const { outcome } = await runMerge(controller, claim, gateway, intent, snapshot.title);
    const about = { pull: snapshot.number, head: intent.head, sha: outcome.sha };
    if (outcome.tree === intent.testedTree) log.info(about, "merged");
    else log.error({ ...about, tested: intent.testedTree }, "the merge is not what was tested");
    return "merged";
  } catch (error) {
    const refusal = error instanceof EffectRefused ? error.cause : error;
    if (!(refusal instanceof GitHubRefused)) throw error;
    log.warn(
      { pull: snapshot.number, head: intent.head, reason: refusal.reason, error: refusal },
      "GitHub refused the merge",
    );
    const moved = hasMoved(refusal);
    if (moved) await controller.store.effects.abandon(claim, idOf(intent), INTERRUPTED);
    // The pull request is looked at again as it is now: its head or base moved, or it says what stands against it.
    await controller.store.lanes.bump([formatLane({ kind: "pull", repositoryId, number: snapshot.number })]);
    return moved ? "moved" : "refused";
  }
}

/** Finishes merges that were begun and not confirmed: asks GitHub whether they happened, and does them if not. */
export async function settleMerges(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
): Promise<void> {
  for (const op of await controller.store.effects.open(claim.key)) {
    if (op.kind !== "merge") continue;
    const intent = op.input as MergeIntent;
    const done = await findMerge(gateway, intent);
    if (done) await runMerge(controller, claim, gateway, intent, "");
    else await controller.store.effects.abandon(claim, op.id, INTERRUPTED);
  }
}

/**
 * The merge of ours that made `commit`, if one did: an intent for exactly its parents, or for the base that was tested
 * where another commit came in between (GitHub guards the head only). Where the answer to the merge was lost for
 * good, the tree proves that it became what was tested.
 */
export async function mergeThatMade(
  controller: Controller,
  repositoryId: number,
  commit: MergeOutcome,
  testedBase: string | undefined,
): Promise<RecordedMerge | undefined> {
  const [base, head] = commit.parents;
  if (base === undefined || head === undefined) return undefined;
  const bases = new Set([base, ...(testedBase === undefined ? [] : [testedBase])]);
  for (const { number } of await controller.store.pulls.byHead(repositoryId, head)) {
    for (const tested of bases) {
      const op = await controller.store.effects.find(mergeId(repositoryId, number, head, tested));
      const intent = op?.input as MergeIntent | undefined;
      const confirmed = (op?.output as MergeOutcome | undefined)?.sha === commit.sha;
      // An intent that GitHub refused approves nothing: somebody else merged, on whatever ground.
      const mayHaveActed = op?.state === "intended" || op?.reason === INTERRUPTED;
      const isIt = confirmed || (mayHaveActed && tested === base && intent?.testedTree === commit.tree);
      if (intent && isIt) return { intent, outcome: commit };
    }
  }
  return undefined;
}

/** Why GitHub refuses to merge this head into this base, if it did so lately and nothing has moved since. */
export async function refusedMerge(
  controller: Controller,
  snapshot: PullSnapshot,
): Promise<string | undefined> {
  const id = mergeId(snapshot.repository.id, snapshot.number, snapshot.head.sha, snapshot.base.sha);
  const op = await controller.store.effects.find(id);
  const stands =
    op?.state === "abandoned" &&
    op.reason !== INTERRUPTED &&
    controller.clock.now() - op.updatedAt < REFUSED_FOR_MS;
  return stands ? `GitHub refuses to merge it: ${op.reason}` : undefined;
}

/** Head or base is another by now: nothing stands against the merge but that it was judged on something else. */
function hasMoved({ reason }: GitHubRefused): boolean {
  return reason === "conflict-head" || reason === "base-modified";
}

function idOf({ repositoryId, number, head, base }: MergeIntent): string {
  return mergeId(repositoryId, number, head, base);
}

async function runMerge(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  intent: MergeIntent,
  title: string,
): Promise<RecordedMerge> {
  const { output } = await controller.store.effects.run<MergeIntent, MergeOutcome>(claim, {
    id: idOf(intent),
    kind: "merge",
    input: intent,
    probe: (input) => findMerge(gateway, input),
    act: refusing(async (input) => {
      const { sha } = await gateway.mergePull(input.number, {
        sha: input.head,
        title: `Merge pull request #${input.number}: ${title}`.slice(0, 200),
        message: `Tested tree: ${input.testedTree}\nApproved-by: ${input.approvedBy.join(", ")}`,
        method: "merge",
      });
      return describe(gateway, sha);
    }),
    audit: {
      subject: `${intent.repositoryId}#${intent.number}`,
      data: (outcome) => ({ ...intent, ...outcome }),
    },
  });
  return { intent, outcome: output };
}

async function findMerge(
  gateway: RepositoryGateway,
  { number }: MergeIntent,
): Promise<MergeOutcome | undefined> {
  const pull = await gateway.pull(number);
  return pull.merged && pull.mergeCommit !== undefined ? describe(gateway, pull.mergeCommit) : undefined;
}

async function describe(gateway: RepositoryGateway, sha: string): Promise<MergeOutcome> {
  const { tree, parents } = await gateway.commit(sha);
  return { sha, tree, parents };
}
