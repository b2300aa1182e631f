import { heldTipCheckRun } from "../announce/index.ts";
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
  if (known?.state === "approved") return { tip: known, isNews: false };
  const approved = await store.commits.latestApproved(at.repositoryId, at.ref);
  if (known && stillHeld(controller, known, approved)) return { tip: known, isNews: false };
  const commit = await gateway.commit(tip.sha);
  const made = { sha: tip.sha, tree: commit.tree, parents: commit.parents };
  const merge = await mergeThatMade(controller, at.repositoryId, made, approved?.sha);
  const { evaluation } = await judgeTrees(controller, bound, {
    before: commit.tree,
    after: commit.tree,
    texts: false,
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
    } satisfies Decided,
    at: known?.at ?? clock.now(),
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
  if (!judgement.deploy) await sayHeld(controller, claim, bound, at, tip.sha, judgement.why);
  return { tip: row, isNews };
}

/** Nothing that decides it can be otherwise: a new config comes with a new process. */
function stillHeld({ owner, clock }: Controller, known: CommitRow, approved: CommitRow | undefined): boolean {
  const { decidedBy, decidedAt, since } = known.detail as Decided;
  return decidedBy === owner && since === approved?.sha && clock.now() - decidedAt < HELD_FOR_MS;
}

async function sayHeld(
  controller: Controller,
  claim: Claim,
  { gateway }: BoundBranch,
  at: { readonly repositoryId: number; readonly ref: string },
  sha: string,
  why: string,
): Promise<void> {
  const content = heldTipCheckRun(at.ref, why);
  const externalId = `${formatLane({ ...at, kind: "branch" })}@${content.digest.slice(0, 12)}`;
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
      subject: `${at.repositoryId}@${sha}`,
      data: ({ id }) => ({ checkRun: id, conclusion: content.conclusion }),
    },
  });
}
