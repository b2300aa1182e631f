import { heldTipCheckRun } from "../announce/index.ts";
import { judgeTip } from "../deploy/index.ts";
import { formatLane } from "../pull/index.ts";
import type { Claim, CommitRow } from "../store/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { judgeTrees } from "./judge-trees.ts";
import { mergeThatMade } from "./merge-pull.ts";
import { refusing } from "./refusing.ts";

/**
 * Decides whether the commit at the tip of a deploy branch may be deployed, and remembers it. A held commit is
 * decided again each time: the operator may have adopted it since.
 */
export async function assessTip(
  controller: Controller,
  claim: Claim,
  { binding, gateway }: BoundBranch,
  at: { readonly repositoryId: number; readonly ref: string },
): Promise<CommitRow> {
  const { store, clock } = controller;
  const tip = await gateway.branchTip(at.ref);
  const known = await store.commits.get(at.repositoryId, tip.sha, at.ref);
  if (known?.state === "approved") return known;
  const commit = await gateway.commit(tip.sha);
  const merge = await mergeThatMade(controller, at.repositoryId, {
    sha: tip.sha,
    tree: commit.tree,
    parents: commit.parents,
  });
  const { evaluation } = await judgeTrees(controller, gateway, binding, {
    before: commit.tree,
    after: commit.tree,
    texts: false,
  });
  const approved = await store.commits.latestApproved(at.repositoryId, at.ref);
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
    detail: { approvedBy: merge?.intent.approvedBy ?? [], planDigest: merge?.intent.planDigest },
    at: known?.at ?? clock.now(),
  };
  await store.commits.save(claim, row);
  if (known?.state !== row.state || known.reason !== row.reason) {
    const kind = judgement.deploy ? "tip-approved" : "tip-held";
    await store.audit.append(claim, {
      kind,
      subject: `${at.repositoryId}@${tip.sha}`,
      data: { origin: row.origin, reason: row.reason },
    });
  }
  if (!judgement.deploy) await sayHeld(controller, claim, { binding, gateway }, at, tip.sha, judgement.why);
  return row;
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
