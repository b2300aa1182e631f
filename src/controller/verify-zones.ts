import { setTimeout as sleep } from "node:timers/promises";
import {
  advance,
  type DeploymentState,
  type Nameserver,
  questionsFor,
  type ServerResult,
  type ZoneStep,
  type ZoneVersion,
} from "../deploy/index.ts";
import type { VersionRow } from "../store/index.ts";
import type { Deploying } from "./deploying.ts";
import { toVersion } from "./stored-zone.ts";

/** First waits between two rounds of asking (milliseconds); the last one stays. */
const ROUNDS = [20, 40, 80, 150, 300, 600, 1_000] as const;
const HISTORY = 20;

/** Secondaries that are late are told again this often (milliseconds). */
const NUDGE_EVERY = 5_000;

/**
 * Asks every nameserver of the target, again and again until each serves exactly the commit or the deadline has
 * passed, and gives what was seen last. Throws the signal's reason where the work has to end: what was not asked to
 * the end proves nothing.
 */
export async function verifyZones(deploying: Deploying, from: DeploymentState): Promise<DeploymentState> {
  let state = from;
  const steps = from.zones.filter((step) => step.refused === undefined);
  const results = await Promise.all(steps.map((step) => verifyStep(deploying, step)));
  deploying.signal.throwIfAborted();
  for (const [at, step] of steps.entries()) {
    state = advance(state, { is: "verified", zone: step.zone, view: step.view, results: results[at]! });
  }
  return state;
}

async function verifyStep(deploying: Deploying, step: ZoneStep): Promise<readonly ServerResult[]> {
  const { controller, target } = deploying;
  if (step.action === "remove") {
    return askAll(deploying, step, (server, signal) => controller.verifier.absent(server, step.zone, signal));
  }
  const rows = await controller.store.versions.history(target.id, step.zone, step.view, HISTORY);
  const [now, ...older] = sinceRemoved(rows).map(toVersion);
  if (now === undefined) return [];
  return askAll(deploying, step, (server, signal) => askOne(deploying, server, now, older, signal));
}

/** Newest first, and nothing from before the zone was last taken out: nobody serves that any more. */
function sinceRemoved(rows: readonly VersionRow[]): readonly VersionRow[] {
  const removed = rows.findIndex((row) => row.removed);
  return removed < 0 ? rows : rows.slice(0, removed);
}

/** Asks one server, and once more against the version whose serial it gave: an old answer is late, not wrong. */
async function askOne(
  { controller }: Deploying,
  server: Nameserver,
  version: ZoneVersion,
  older: readonly ZoneVersion[],
  signal: AbortSignal,
): Promise<ServerResult> {
  const ask = (previous: ZoneVersion | undefined) =>
    controller.verifier.verify(
      { server, version, previous: previous?.zone, questions: questionsFor(previous?.zone, version.zone) },
      signal,
    );
  const first = await ask(older[0]);
  const itsOwn =
    first.verdict === "wrong"
      ? older.find((old) => old.serial === first.serial && old !== older[0])
      : undefined;
  return itsOwn ? ask(itsOwn) : first;
}

async function askAll(
  deploying: Deploying,
  step: ZoneStep,
  ask: (server: Nameserver, signal: AbortSignal) => Promise<ServerResult>,
): Promise<readonly ServerResult[]> {
  const { controller, target, signal } = deploying;
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(controller.verifyDeadlineMs)]);
  const nudge = nudger(deploying, step);
  return Promise.all(
    target.nameservers.map(async (server) => {
      for (let round = 0; ; round += 1) {
        const result = await ask(server, deadline);
        if (result.verdict === "ok") return result;
        const wait = ROUNDS[Math.min(round, ROUNDS.length - 1)]!;
        if (wait === ROUNDS.at(-1) || deadline.aborted) await nudge(result);
        if (deadline.aborted) return result;
        const slept = await sleep(wait, true, { signal: deadline }).catch(() => false);
        if (!slept) return result;
      }
    }),
  );
}

/** Has the target tell its secondaries again, once for all that are late. */
function nudger({ target, log }: Deploying, { zone, view }: ZoneStep): (late: ServerResult) => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async ({ server, verdict }) => {
    if (performance.now() - last < NUDGE_EVERY) return;
    last = performance.now();
    log.info({ server: server.name, zone, verdict }, "a nameserver is late; it is told again");
    await target.nudge(zone, view);
  };
}
