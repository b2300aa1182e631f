import { InvariantError } from "../base/index.ts";
import type { ServerResult } from "./ports.ts";
import type { ServerChecks } from "./server-checks.ts";

/** One zone of a deployment: what is to be done, under which serial, and what the nameservers were seen to serve. */
export interface ZoneStep {
  readonly zone: string;
  readonly view: string;
  readonly action: "publish" | "remove";
  readonly contentHash: string;
  readonly serial: number | undefined;
  readonly serialBefore: number | undefined;
  readonly results: readonly ServerResult[];
  /** Why nothing could be done for this zone; the others go on. */
  readonly refused?: string;
}

/**
 * - planned: nothing done yet
 * - applying: versions are stored, the target is being told
 * - verifying: the nameservers are being asked
 * - succeeded: every required nameserver serves exactly the commit, and its checks pass there
 * - degraded: some do not answer or still serve the old content; asked again until they do
 * - failed: a nameserver serves something that is neither old nor new, a check fails there, or a zone was refused
 * - superseded: a later commit took over before this one was verified
 */
export type DeploymentPhase =
  | "planned"
  | "applying"
  | "verifying"
  | "succeeded"
  | "degraded"
  | "failed"
  | "superseded";

export interface DeploymentState {
  readonly phase: DeploymentPhase;
  readonly zones: readonly ZoneStep[];
  /** How the commit's checks went on the nameservers that serve it; undefined until they were run. */
  readonly checks?: readonly ServerChecks[];
}

export type DeploymentEvent =
  | {
      readonly is: "stored";
      readonly zone: string;
      readonly view: string;
      readonly serial: number | undefined;
    }
  | { readonly is: "refused"; readonly zone: string; readonly view: string; readonly why: string }
  | { readonly is: "applied" }
  | {
      readonly is: "verified";
      readonly zone: string;
      readonly view: string;
      readonly results: readonly ServerResult[];
    }
  | { readonly is: "checked"; readonly checks: readonly ServerChecks[] }
  | { readonly is: "judged" }
  | { readonly is: "superseded" };

/** The state after an event. Throws InvariantError on an event that cannot happen in that phase. */
export function advance(state: DeploymentState, event: DeploymentEvent): DeploymentState {
  switch (event.is) {
    case "stored":
      expect(state, event.is, ["planned", "applying"]);
      return { phase: "applying", zones: withZone(state, event, { serial: event.serial }) };
    case "refused":
      expect(state, event.is, ["planned", "applying"]);
      return { phase: "applying", zones: withZone(state, event, { refused: event.why }) };
    case "applied":
      expect(state, event.is, ["planned", "applying"]);
      return { ...state, phase: "verifying" };
    case "verified":
      expect(state, event.is, ["verifying", "degraded", "failed"]);
      return { ...state, zones: withZone(state, event, { results: event.results }) };
    case "checked":
      expect(state, event.is, ["verifying", "degraded", "failed"]);
      return { ...state, checks: event.checks };
    case "judged":
      expect(state, event.is, ["verifying", "degraded", "failed"]);
      return { ...state, phase: judge(state) };
    case "superseded":
      return { ...state, phase: "superseded" };
  }
}

/** Finished, with nothing more to do for it. */
export function isFinal(phase: DeploymentPhase): boolean {
  return phase === "succeeded" || phase === "superseded";
}

/** The zones of a deployment that not every nameserver was seen to serve as wanted. */
export function unsettled({ zones }: DeploymentState): readonly ZoneStep[] {
  return zones.filter(
    ({ results, refused }) =>
      refused !== undefined || results.length === 0 || results.some(({ verdict }) => verdict !== "ok"),
  );
}

/** Still on its way: whoever comes next waits for it. */
export function isInProgress(phase: string): boolean {
  return phase === "planned" || phase === "applying" || phase === "verifying";
}

/** What cannot be told, of the content or of a check, is never a failure: only what was seen to be wrong is. */
function judge({ zones, checks = [] }: DeploymentState): DeploymentPhase {
  const results = zones.flatMap((zone) => zone.results);
  const wrong =
    zones.some((zone) => zone.refused !== undefined) || results.some((r) => r.verdict === "wrong");
  if (wrong || checks.some(({ failed }) => failed > 0)) return "failed";
  const unasked = zones.some((zone) => zone.results.length === 0);
  const untold = checks.some(({ unknown, fault }) => unknown > 0 || fault !== undefined);
  return unasked || untold || results.some((r) => r.verdict !== "ok") ? "degraded" : "succeeded";
}

function withZone(
  state: DeploymentState,
  at: { readonly zone: string; readonly view: string },
  change: Partial<ZoneStep>,
): readonly ZoneStep[] {
  if (!state.zones.some((step) => step.zone === at.zone && step.view === at.view)) {
    throw new InvariantError(`advancing a deployment`, `it has no zone ${at.zone} in view ${at.view}`);
  }
  return state.zones.map((step) =>
    step.zone === at.zone && step.view === at.view ? { ...step, ...change } : step,
  );
}

function expect(state: DeploymentState, event: string, phases: readonly DeploymentPhase[]): void {
  if (!phases.includes(state.phase)) {
    throw new InvariantError(`advancing a deployment`, `"${event}" cannot follow phase "${state.phase}"`);
  }
}
