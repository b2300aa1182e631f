import { type CheckRunContent, monitorCheckRun, monitorDigest } from "../announce/index.ts";
import { type Log, TransientError } from "../base/index.ts";
import { type CheckFinding, isInProgress } from "../deploy/index.ts";
import { formatLane } from "../pull/index.ts";
import {
  type CheckHealthRow,
  type Claim,
  type CommitRow,
  EffectRefused,
  type MonitorRound,
} from "../store/index.ts";
import { type BoundBranch, boundBranch } from "./access.ts";
import { type CheckedServer, checkServers } from "./check-servers.ts";
import type { Controller } from "./controller.ts";
import { deploymentId } from "./deploying.ts";
import { nextRows } from "./health-rows.ts";
import { publishMonitorCheck } from "./publish-monitor.ts";
import type { LaneOutcome } from "./worker.ts";

/** What a round began to doubt is looked at again no later than this (milliseconds). */
const CONFIRM_MS = 30_000;
/** While something is being deployed, servers are in motion: the round waits this long at most (milliseconds). */
const SETTLE_MS = 5_000;

interface Branch {
  readonly repositoryId: number;
  readonly ref: string;
}

/**
 * Runs the checks of what is deployed from a branch against every nameserver, once in each interval whatever the number of
 * replicas; keeps how each check does where, and tells when that changes.
 */
export async function runMonitor(
  controller: Controller,
  claim: Claim,
  at: Branch,
  log: Log,
  signal: AbortSignal,
): Promise<LaneOutcome> {
  const { store, clock, monitorEveryMs: everyMs } = controller;
  const bound = await boundBranch(controller, at.repositoryId, at.ref, signal);
  if (bound === undefined || everyMs === undefined) return {};
  const about = log.child({ repo: bound.binding.repository, ref: at.ref });
  const [round, health] = [await store.monitors.lastRound(at), await store.monitors.health(at)];
  const early = round === undefined ? 0 : round.at + intervalAfter(health, everyMs) - clock.now();
  if (round !== undefined && early > 0) {
    // What a crash, or GitHub's absence, left untold.
    await announce(controller, claim, bound, round, health, about);
    return { again: Math.min(early, everyMs) };
  }
  const commit = await settledCommit(controller, bound, at);
  if (commit === undefined) return { again: Math.min(everyMs, SETTLE_MS) };
  const began = clock.now();
  const checked = await runChecks(controller, bound, commit);
  // A deployment that began meanwhile set the servers in motion: what was seen then says nothing.
  if ((await settledCommit(controller, bound, at))?.sha !== commit.sha) return { again: SETTLE_MS };
  const { rows, ended } = nextRows(health, checked, began);
  const now: MonitorRound = {
    ...at,
    sha: commit.sha,
    at: began,
    tookMs: clock.now() - began,
    ...(round?.announced && { announced: round.announced }),
  };
  await store.monitors.saveRound(claim, now, rows, ended);
  await announce(controller, claim, bound, now, rows, about);
  return { again: intervalAfter(rows, everyMs) };
}

/** The next round comes sooner where the last one saw something that one round does not decide. */
function intervalAfter(health: readonly CheckHealthRow[], everyMs: number): number {
  return health.some(({ turning }) => turning !== undefined) ? Math.min(everyMs, CONFIRM_MS) : everyMs;
}

/** The commit that is deployed from a branch; undefined where there is none, or its deployment is under way. */
async function settledCommit(
  { store }: Controller,
  { binding }: BoundBranch,
  at: Branch,
): Promise<CommitRow | undefined> {
  const commit = await store.commits.latestApproved(at.repositoryId, at.ref);
  const id = commit && deploymentId(at.repositoryId, commit.sha, binding.target);
  const deployment = id === undefined ? undefined : await store.deployments.get(id);
  return deployment === undefined || isInProgress(deployment.phase) ? undefined : commit;
}

async function runChecks(
  controller: Controller,
  bound: BoundBranch,
  { sha, tree }: CommitRow,
): Promise<readonly CheckedServer[]> {
  const servers = controller.targets.get(bound.binding.target)?.nameservers ?? [];
  const checked = await checkServers(controller, bound, { tree, servers, urgent: false });
  const fault = checked.find((one) => one.fault !== undefined)?.fault;
  if (fault === undefined) return checked;
  throw new TransientError(`running the checks of ${sha} against the nameservers`, fault);
}

/** Tells of a change once: on the deployed commit, and on the one that was told of before. */
async function announce(
  controller: Controller,
  claim: Claim,
  bound: BoundBranch,
  round: MonitorRound,
  rows: readonly CheckHealthRow[],
  log: Log,
): Promise<void> {
  const { repositoryId, ref, sha, announced } = round;
  const seen = rows.map((row) => ({ ...row, findings: row.findings as readonly CheckFinding[] }));
  const digest = monitorDigest(seen);
  const before = announced?.digest ?? monitorDigest([]);
  if (digest === before) return;
  const content: CheckRunContent = monitorCheckRun(ref, seen);
  const lane = formatLane({ kind: "monitor", repositoryId, ref });
  for (const on of new Set([sha, announced?.sha ?? sha])) {
    try {
      await publishMonitorCheck(controller, claim, bound, { lane, sha: on, before, digest }, content);
    } catch (error) {
      // What GitHub refuses to hear is in the log and the audit all the same.
      if (!(error instanceof EffectRefused)) throw error;
      log.error({ error, sha: on }, "GitHub refuses to be told how the checks do");
    }
  }
  const failing = rows.filter(({ verdict }) => verdict === "fail");
  const said = failing.map(({ server, name, since }) => ({ server, check: name, since }));
  if (failing.length > 0) log.warn({ sha, failing: said }, "checks fail on nameservers");
  else log.info({ sha }, content.title);
  await controller.store.audit.append(claim, {
    kind: failing.length > 0 ? "checks-failing" : "checks-not-failing",
    subject: `${repositoryId}@${ref}`,
    data: { sha, title: content.title, failing: said },
  });
  await controller.store.monitors.saveAnnounced(claim, round, { sha, digest });
}
