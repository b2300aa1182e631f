import { type CheckRunContent, heldTipCheckRun, releasedTipCheckRun } from "../announce/index.ts";
import { judgeTip } from "../deploy/index.ts";
import { formatLane } from "../pull/index.ts";
import type { Claim, CommitRow } from "../store/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { judgeTrees } from "./judge-trees.ts";
import { mergeThatMade } from "./merge-pull.ts";
import { refusing } from "./refusing.ts";

/** A held tip is judged again after this long (milliseconds): what stood against it may have been an accident. */
const HELD_FOR_MS = 5 * 60_000;

/** What is kept of how a tip was decided. */
interface Decided {
  readonly approvedBy: readonly string[];
  readonly planDigest: string | undefined;
  /** The process that decided it, whose config is the operator's word until it ends. */
  readonly decidedBy: string;
  readonly decidedAt: number;
  /** The approved commit it was compared with. */
  readonly since: string | undefined;
  readonly movedBack: boolean;
}

export interface AssessedTip {
  readonly tip: CommitRow;
  /** True where it was decided just now, or otherwise than before. */
  readonly isNews: boolean;
}

/** Decides whether the commit at the tip of a deploy branch may be deployed, and remembers it. */
export async function assessTip(
  controller: Controller,
  claim: Claim,
  bound: BoundBranch,
  at: { readonly repositoryId: number; readonly ref: string },
): Promise<AssessedTip> {
  const { binding, gateway } = bound;
  const { store, clock, owner } = controller;
  const tip = await gateway.branchTip(at.ref);
  const known = await store.commits.get(at.repositoryId, tip.sha, at.ref);
  const approved = await store.commits.latestApproved(at.repositoryId, at.ref);
  if (known?.state === "approved" && approved?.sha === known.sha) return { tip: known, isNews: false };
  if (known?.state === "held" && stillHeld(controller, known, approved)) return { tip: known, isNews: false };
  const commit = await gateway.commit(tip.sha);
  const made = { sha: tip.sha, tree: commit.tree, parents: commit.parents };
  // A commit that was approved once and is the tip again was put there by somebody: it has to be approved anew.
  const movedBack = known?.state === "approved" || (known?.detail as Decided | undefined)?.movedBack === true;
  const merge = movedBack ? undefined : await mergeThatMade(controller, at.repositoryId, made, approved?.sha);
  const { evaluation } = await judgeTrees(controller, bound, {
    before: commit.tree,
    after: commit.tree,
    texts: false,
    urgent: true,
  });
  const judgement = judgeTip({
    sha: tip.sha,
    tree: commit.tree,
    inputsDigest: evaluation.inputsDigest,
    passed: evaluation.passed,
    reasons: evaluation.reasons,
    merged: merge && {
      testedTree: merge.intent.testedTree,
      tree: merge.outcome.tree,
      pull: merge.intent.number,
    },
    movedBack,
    adopt: binding.adopt,
    approved,
  });
  const row: CommitRow = {
    ...at,
    sha: tip.sha,
    tree: commit.tree,
    inputsDigest: evaluation.inputsDigest,
    origin: judgement.origin,
    state: judgement.deploy ? "approved" : "held",
    pull: merge?.intent.number,
    reason: judgement.deploy ? undefined : judgement.why,
    detail: {
      approvedBy: merge?.intent.approvedBy ?? [],
      planDigest: merge?.intent.planDigest,
      decidedBy: owner,
      decidedAt: clock.now(),
      since: approved?.sha,
      movedBack,
    } satisfies Decided,
    at: clock.now(),
  };
  await store.commits.save(claim, row);
  const isNews = known?.state !== row.state || known.reason !== row.reason;
  if (isNews) {
    const kind = judgement.deploy ? "tip-approved" : "tip-held";
    await store.audit.append(claim, {
      kind,
      subject: `${at.repositoryId}@${tip.sha}`,
      data: { origin: row.origin, reason: row.reason },
    });
  }
  if (!judgement.deploy)
    await publishTipCheck(controller, claim, bound, row, heldTipCheckRun(at.ref, judgement.why));
  else if (known?.state === "held")
    await publishTipCheck(controller, claim, bound, row, releasedTipCheckRun(at.ref));
  return { tip: row, isNews };
}

/** Nothing that decides it can be otherwise: a new config comes with a new process. */
function stillHeld({ owner, clock }: Controller, known: CommitRow, approved: CommitRow | undefined): boolean {
  const { decidedBy, decidedAt, since } = known.detail as Decided;
  return decidedBy === owner && since === approved?.sha && clock.now() - decidedAt < HELD_FOR_MS;
}

/** The check run on the commit itself that says whether it is deployed. */
async function publishTipCheck(
  controller: Controller,
  claim: Claim,
  { gateway }: BoundBranch,
  { repositoryId, ref, sha, at }: CommitRow,
  content: CheckRunContent,
): Promise<void> {
  const lane = formatLane({ kind: "branch", repositoryId, ref });
  const externalId = `${lane}@${content.digest.slice(0, 12)}:${at}`;
  await controller.store.effects.run(claim, {
    id: `check:${externalId}@${sha}`,
    kind: "check",
    input: { sha, externalId },
    probe: async (input) => {
      const run = await gateway.findCheckRun(input.sha, content.name, input.externalId);
      return run?.status === "completed" ? { id: run.id } : undefined;
    },
    act: refusing((input) =>
      gateway.createCheckRun(input.sha, { ...content, status: "completed", externalId: input.externalId }),
    ),
    audit: {
      subject: `${repositoryId}@${sha}`,
      data: ({ id }) => ({ checkRun: id, conclusion: content.conclusion }),
    },
  });
}
