import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Clock, Closing, type Log, systemClock } from "./base/index.ts";
import type { OperatorConfig, TargetConfig } from "./config/index.ts";
import {
  type Controller,
  laneHandler,
  RecentJudgements,
  startWorker,
  TreeReader,
  toVersion,
} from "./controller/index.ts";
import type { Target } from "./deploy/index.ts";
import { Evaluator } from "./evaluation/index.ts";
import { type Accept, createGitHub, createIntake, registerApp } from "./github/index.ts";
import { createVerifier } from "./net/index.ts";
import { formatLane } from "./pull/index.ts";
import { type EffectStep, openStore, type Store } from "./store/index.ts";
import { targetKinds } from "./targets/index.ts";

export interface AppOptions {
  readonly config: OperatorConfig;
  readonly log: Log;
  readonly clock?: Clock;
  /** Told of each step of each effect, and waited for; for tracing. */
  readonly onEffect?: (step: EffectStep) => void | Promise<void>;
  /** How long nameservers may take before a deployment is called degraded, in milliseconds; 15,000 unless told. */
  readonly verifyDeadlineMs?: number;
  /** How long work of a process that died stays its own, in milliseconds; the store's default unless told. */
  readonly leaseMs?: number;
}

/** The running bot. */
export interface App {
  /** Where webhooks are taken. */
  readonly webhookUrl: string;
  /** Finishes or hands over what is under way, within ten seconds, then closes everything. */
  stop(): Promise<void>;
}

/** What each loop works on, by the beginning of the lane's key: whatever pull requests there are, two loops deploy. */
const LANES = [["branch:", "deploy:", "sweep:"], ["branch:", "deploy:"], undefined, undefined] as const;
const EVALUATION_TIMEOUT_MS = 60_000;
const EVALUATION_MEMORY_MB = 2_048;
const VERIFY_DEADLINE_MS = 15_000;
const STOP_GRACE_MS = 10_000;

/** Puts the parts together and starts them: store, targets with what they served before, workers, webhooks. */
export async function startApp(options: AppOptions): Promise<App> {
  const closing = new Closing();
  try {
    return await open(options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function open(
  { config, log, clock = systemClock, onEffect, verifyDeadlineMs = VERIFY_DEADLINE_MS, leaseMs }: AppOptions,
  closing: Closing,
): Promise<App> {
  const store = await openStore({ path: config.store.path, log, ...(leaseMs && { leaseMs }) });
  closing.add(() => store.close());
  if (onEffect) closing.add(store.effects.onStep(onEffect));
  const github = createGitHub({ ...config.github, log, clock });
  const accept: Accept = (delivery, notes) => store.inbox.accept(delivery, notes);
  registerApp(github.probot, { accept, clock });
  const evaluators = { pulls: newEvaluator(closing, config), branches: newEvaluator(closing, config) };
  const controller: Controller = {
    store,
    github,
    evaluators,
    reader: new TreeReader(store),
    judgements: new RecentJudgements(clock),
    targets: await startTargets(closing, config, store, log, clock),
    verifier: createVerifier(),
    bindings: config.repositories,
    clock,
    log,
    owner: randomUUID(),
    verifyDeadlineMs,
    sweepEveryMs: config.sweep.everyMs,
    monitorEveryMs: config.monitor.everyMs,
  };
  const worker = startWorker(controller, laneHandler(controller), LANES);
  closing.add(() => worker.stop(STOP_GRACE_MS));
  const server = createServer(createIntake({ secrets: config.github.webhookSecrets, accept, log, clock }));
  const { address, port } = await listen(server, config.listen);
  closing.add(() => closeServer(server));
  await store.lanes.bump([formatLane({ kind: "sweep" })]);
  const host = address.includes(":") ? `[${address}]` : address;
  return { webhookUrl: `http://${host}:${port}/webhooks`, stop: () => closing.close() };
}

function newEvaluator(closing: Closing, { sandbox }: OperatorConfig): Evaluator {
  const evaluator = new Evaluator({
    timeoutMs: EVALUATION_TIMEOUT_MS,
    memoryMb: EVALUATION_MEMORY_MB,
    ...(sandbox && { sandbox }),
  });
  closing.add(() => evaluator.close());
  return evaluator;
}

async function startTargets(
  closing: Closing,
  config: OperatorConfig,
  store: Store,
  log: Log,
  clock: Clock,
): Promise<ReadonlyMap<string, Target>> {
  const targets = new Map<string, Target>();
  for (const [id, options] of Object.entries(config.targets)) {
    const target = openTarget(id, options, log, clock);
    closing.add(() => target.stop());
    const versions = await store.versions.current(id);
    await target.start(versions.filter((row) => !row.removed).map(toVersion));
    targets.set(id, target);
  }
  return targets;
}

/** The configuration was checked against the kind's own schema when it was read. */
function openTarget(id: string, { kind, ...options }: TargetConfig, log: Log, clock: Clock): Target {
  const found = targetKinds.find((candidate) => candidate.kind === kind)!;
  return found.open(id, found.options.parse(options), { log: log.child({ target: id }), clock });
}

function listen(
  server: Server,
  at: { readonly address: string; readonly port: number },
): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at.port, at.address, () => resolve(server.address() as AddressInfo));
  });
}

/** Takes no more connections; ends each that is open when its answer is sent, not when its client lets go of it. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
