import { InvariantError, messageOf, TransientError, ZonewrightError } from "../base/index.ts";
import { advance, chooseSerial, type DeploymentState, type ZoneStep } from "../deploy/index.ts";
import { parseName } from "../dns/index.ts";
import type { EvaluatedZone } from "../evaluation/index.ts";
import { type DeploymentRow, LeaseLost, type VersionRow } from "../store/index.ts";
import { readZoneText } from "../zonefile/index.ts";
import type { Deploying } from "./deploying.ts";
import { servedSerials } from "./served-serials.ts";
import { toVersion } from "./stored-zone.ts";

/**
 * Stores a version of every changed zone, then hands it to the target: what is visible is always durable first.
 * Taken up again after a crash it finds the versions it stored and publishes the same serials again.
 */
export async function applyZones(
  deploying: Deploying,
  row: DeploymentRow,
  from: DeploymentState,
): Promise<DeploymentState> {
  let state = from;
  const { zones } = await deploying.evaluate();
  const served = await servedSerials(deploying, from.zones);
  for (const step of from.zones) {
    if (step.refused !== undefined) {
      state = advance(state, { is: "refused", zone: step.zone, view: step.view, why: step.refused });
      continue;
    }
    try {
      const serial =
        step.action === "remove"
          ? await removeZone(deploying, step)
          : await publishZone(deploying, step, contentOf(zones, step), served.get(step.zone) ?? []);
      state = advance(state, { is: "stored", zone: step.zone, view: step.view, serial });
    } catch (error) {
      if (!concernsZone(error)) throw error;
      state = advance(state, { is: "refused", zone: step.zone, view: step.view, why: messageOf(error) });
    }
    await save(deploying, row, state);
  }
  state = advance(state, { is: "applied" });
  await save(deploying, row, state);
  return state;
}

/** A refusal concerns one zone; anything that may pass, or is our own fault, is tried again as a whole. */
function concernsZone(error: unknown): boolean {
  const others = [TransientError, InvariantError, LeaseLost];
  return error instanceof ZonewrightError && !others.some((kind) => error instanceof kind);
}

type PublishedContent = EvaluatedZone & { readonly text: string };

/** The content a step was planned with: the same tree always gives the same. */
function contentOf(zones: readonly EvaluatedZone[], step: ZoneStep): PublishedContent {
  const zone = zones.find(({ name, view }) => name === step.zone && view === step.view);
  if (zone?.text === undefined || zone.contentHash !== step.contentHash) {
    throw new InvariantError(`publishing ${step.zone}`, "judging its commit again gave another content");
  }
  return { ...zone, text: zone.text };
}

async function publishZone(
  deploying: Deploying,
  step: ZoneStep,
  content: PublishedContent,
  seen: readonly number[],
): Promise<number> {
  const { controller, claim, target, commit, id } = deploying;
  const { store, clock } = controller;
  const last = await store.versions.get(target.id, step.zone, step.view);
  const inFile = readZoneText(content.text, parseName(step.zone)).soa()?.serial ?? 0;
  if (last && !last.removed && last.contentHash === step.contentHash) {
    // Stored before a crash, or by an earlier deployment that nobody confirmed: one content keeps its serial.
    if (content.serial === "managed" || last.serial === inFile) {
      await publish(deploying, last);
      return last.serial;
    }
  }
  const { serial } = chooseSerial({
    zone: step.zone,
    policy: content.serial,
    inFile,
    last: last?.serial,
    seen,
    now: clock.now(),
  });
  const version: VersionRow = {
    target: target.id,
    zone: step.zone,
    view: step.view,
    serial,
    contentHash: step.contentHash,
    commitSha: commit.sha,
    deploymentId: id,
    text: content.text,
    removed: false,
    createdAt: clock.now(),
  };
  await store.versions.append(claim, version);
  await publish(deploying, version);
  return serial;
}

/** Hands a stored version to the target. After a restart the target has loaded it from the store already. */
async function publish({ controller, claim, target, id }: Deploying, version: VersionRow): Promise<void> {
  const { zone, view, serial, contentHash } = version;
  await controller.store.effects.run(claim, {
    id: `publish:${id}/${zone}/${view}`,
    kind: "publish",
    input: { zone, view, serial, contentHash },
    // Giving a target the same version twice is one change, so there is nothing to look for first.
    probe: () => Promise.resolve(undefined),
    act: () => target.apply(toVersion(version)),
    audit: {
      subject: `${target.id}/${zone}`,
      data: (receipt) => ({ view, serial, contentHash, detail: receipt.detail }),
    },
  });
}

async function removeZone({ controller, claim, target, id }: Deploying, step: ZoneStep): Promise<undefined> {
  const { versions } = controller.store;
  const last = await versions.get(target.id, step.zone, step.view);
  if (last && !last.removed) await versions.remove(claim, target.id, step.zone, step.view, id);
  await target.remove(step.zone, step.view);
}

async function save(
  { controller, claim }: Deploying,
  row: DeploymentRow,
  state: DeploymentState,
): Promise<void> {
  await controller.store.deployments.save(claim, {
    ...row,
    phase: state.phase,
    state,
    updatedAt: controller.clock.now(),
  });
}
