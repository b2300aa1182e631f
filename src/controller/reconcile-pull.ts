import {
  evaluationCheckRun,
  planComment,
  unboundComment,
  unmergeableCheckRun,
  unmergeableComment,
} from "../announce/index.ts";
import type { Log } from "../base/index.ts";
import type { PullState, RepositoryGateway } from "../github/index.ts";
import type { PullVerdict } from "../policy/index.ts";
import { formatLane, type PullSnapshot } from "../pull/index.ts";
import type { Claim, PullRow } from "../store/index.ts";
import { type BoundBranch, boundBranch } from "./access.ts";
import { answerFixes, refuseFixes } from "./answer-fixes.ts";
import type { Controller } from "./controller.ts";
import { type JudgedPull, judgePull, readSnapshot } from "./judge-pull.ts";
import { lineKey } from "./judged-trees.ts";
import { refusedMerge } from "./merge-pull.ts";
import { isRerun, publishCheckRun, publishPlanComment } from "./publish.ts";
import { publishSuggestions } from "./publish-suggestions.ts";
import type { LaneOutcome } from "./worker.ts";

/** GitHub works out mergeability in the background; ask again this soon (milliseconds). */
const ASK_MERGEABILITY_AGAIN = 3_000;

/** The head is another now: its webhook wakes this sooner, unless it is lost (milliseconds). */
const ASK_AFTER_FIX = 5_000;

interface At {
  readonly repositoryId: number;
  readonly number: number;
}

/** Brings one pull request up to date: what it says on GitHub, and whether it stands in line to be merged. */
export async function reconcilePull(
  controller: Controller,
  claim: Claim,
  at: At,
  log: Log,
  signal: AbortSignal,
): Promise<LaneOutcome> {
  const { store, github } = controller;
  const repository = await store.repositories.get(at.repositoryId);
  if (repository === undefined) {
    log.info({}, "nothing is known of this pull request's repository yet; a sweep asks for it");
    return {};
  }
  const gateway = github.repository(repository, signal);
  const pull = await gateway.pull(at.number);
  const before = await store.pulls.get(at.repositoryId, at.number);
  const bound = await boundBranch(controller, at.repositoryId, pull.baseRef, signal);
  const about = log.child({
    repo: `${repository.owner}/${repository.name}`,
    pull: at.number,
    head: pull.head.sha,
  });
  if (bound === undefined) {
    await leave(controller, claim, at, gateway, pull, before);
    about.info({ base: pull.baseRef }, "this pull request is for no branch that the operator bound");
    return {};
  }
  const snapshot = await readSnapshot(controller, bound, at.repositoryId, at.number);
  if (snapshot.base.ref !== bound.binding.branch) return { again: 0 };
  if (snapshot.state === "closed") return closed(controller, claim, at, snapshot);
  if (snapshot.merge.kind === "unknown") {
    // Its place in line is kept: that GitHub takes its time says nothing about it.
    const kept = before?.headSha === snapshot.head.sha ? before : undefined;
    await saveRow(controller, claim, at, snapshot, kept?.readySince, kept?.evaluation);
    return { again: ASK_MERGEABILITY_AGAIN };
  }
  const result = await judgePull(controller, bound, snapshot, {
    urgent: false,
    anew: await isRerun(controller, at),
  });
  if (await answerFixes({ controller, claim, bound, result, log: about })) return { again: ASK_AFTER_FIX };
  const ready = await publish(controller, claim, bound, at, result, about);
  const evaluation = summaryOf(result);
  const readySince = ready ? (before?.readySince ?? controller.clock.now()) : undefined;
  await saveRow(controller, claim, at, snapshot, readySince, evaluation);
  about.info({ verdict: evaluation?.verdict ?? "conflict", ready }, "judged");
  // Always, however often it was said before: the branch may have dropped it from the line a moment ago, on facts that
  // were still on their way then.
  if (ready) {
    await store.lanes.bump([
      formatLane({ kind: "branch", repositoryId: at.repositoryId, ref: snapshot.base.ref }),
    ]);
  }
  return {};
}

/** It was moved to a branch that concerns nobody: it leaves the line, and the comment no longer tells of its old base. */
async function leave(
  controller: Controller,
  claim: Claim,
  at: At,
  gateway: RepositoryGateway,
  { state, baseRef, head }: PullState,
  before: PullRow | undefined,
): Promise<void> {
  if (before === undefined) return;
  const { store, clock } = controller;
  await refuseFixes(controller, claim, { ...at, headSha: head.sha }, `nothing is deployed from ${baseRef}`);
  if (before.baseRef !== baseRef && (await store.publications.get(at.repositoryId, at.number, "comment"))) {
    const pull = { ...at, headSha: head.sha };
    await publishPlanComment(
      controller,
      claim,
      gateway,
      pull,
      unboundComment(pull.headSha, baseRef),
      undefined,
    );
  }
  await store.pulls.save(claim, {
    ...at,
    state,
    baseRef,
    headSha: head.sha,
    readySince: undefined,
    evaluation: undefined,
    updatedAt: clock.now(),
  });
}

async function closed(
  controller: Controller,
  claim: Claim,
  at: At,
  snapshot: PullSnapshot,
): Promise<LaneOutcome> {
  await saveRow(controller, claim, at, snapshot, undefined, undefined);
  await refuseFixes(controller, claim, { ...at, headSha: snapshot.head.sha }, "the pull request was closed");
  if (snapshot.merged) {
    await controller.store.lanes.bump([
      formatLane({ kind: "branch", repositoryId: at.repositoryId, ref: snapshot.base.ref }),
    ]);
  }
  return {};
}

/** Says on GitHub what was found; true where the pull request may merge. */
async function publish(
  controller: Controller,
  claim: Claim,
  bound: BoundBranch,
  at: At,
  { snapshot, judged }: JudgedPull,
  log: Log,
): Promise<boolean> {
  const { gateway } = bound;
  const baseRef = snapshot.base.ref;
  const pull = { ...at, headSha: snapshot.head.sha };
  if (judged === undefined) {
    const why = `it conflicts with ${baseRef}; merge or rebase it and resolve the conflicts`;
    await publishCheckRun(controller, claim, gateway, pull, unmergeableCheckRun(baseRef, why));
    await publishPlanComment(
      controller,
      claim,
      gateway,
      pull,
      unmergeableComment(pull.headSha, baseRef, why),
      undefined,
    );
    return false;
  }
  const { evaluation, policy, lines } = judged;
  const refused = await refusedMerge(controller, snapshot);
  const verdict = refused === undefined ? judged.verdict : ({ is: "blocked", by: [refused] } as const);
  const canFix = !snapshot.head.fromFork;
  const refusedFixes = await controller.store.fixRequests.refused(at.repositoryId, at.number, pull.headSha);
  const lineOf = (file: string, line: number) => lines.get(lineKey(file, line))?.replace(/\r$/, "");
  const options = { canFix, refusedFixes };
  const check = evaluationCheckRun(evaluation, baseRef, lineOf, options);
  await publishCheckRun(controller, claim, gateway, pull, check);
  const shown = verdict.is === "ready" ? ((await heldBase(controller, at, snapshot)) ?? verdict) : verdict;
  const comment = planComment({ head: pull.headSha, baseRef, evaluation, verdict: shown, policy });
  await publishPlanComment(controller, claim, gateway, pull, comment, evaluation.plan.digest);
  await publishSuggestions({ controller, claim, bound, pull, canFix, log }, judged);
  return verdict.is === "ready";
}

/** What a pull request that may merge waits for while its base is held; it keeps its place in line. */
async function heldBase(
  { store }: Controller,
  at: At,
  { base }: PullSnapshot,
): Promise<PullVerdict | undefined> {
  const tip = await store.commits.get(at.repositoryId, base.sha, base.ref);
  return tip?.state === "held"
    ? {
        is: "waiting",
        on: [`${base.ref} is held at ${base.sha.slice(0, 7)}: ${tip.reason ?? "not approved"}`],
      }
    : undefined;
}

/** What is kept of a judgement in a pull's row. */
interface Summary {
  readonly verdict: unknown;
  readonly passed: boolean;
  readonly planDigest: string;
}

function summaryOf({ judged }: JudgedPull): Summary | undefined {
  return (
    judged && {
      verdict: judged.verdict,
      passed: judged.evaluation.passed,
      planDigest: judged.evaluation.plan.digest,
    }
  );
}

async function saveRow(
  { store, clock }: Controller,
  claim: Claim,
  at: At,
  snapshot: PullSnapshot,
  readySince: number | undefined,
  evaluation: unknown,
): Promise<void> {
  await store.pulls.save(claim, {
    ...at,
    state: snapshot.state,
    baseRef: snapshot.base.ref,
    headSha: snapshot.head.sha,
    readySince,
    evaluation,
    updatedAt: clock.now(),
  });
}
