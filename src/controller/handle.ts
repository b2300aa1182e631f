import { GitHubRefused } from "../github/index.ts";
import { parseLane } from "../pull/index.ts";
import type { Controller } from "./controller.ts";
import { reconcilePull } from "./reconcile-pull.ts";
import { runBranch } from "./run-branch.ts";
import { runDeployment } from "./run-deployment.ts";
import { runMonitor } from "./run-monitor.ts";
import { sweep } from "./sweep.ts";
import type { LaneHandler } from "./worker.ts";

/** What GitHub says is not there may not be there yet, right after a webhook; after so many looks it is gone. */
const LOOKS_FOR_WHAT_IS_GONE = 5;

/** Sends each lane to what works on it. */
export function laneHandler(controller: Controller): LaneHandler {
  const handle = handlers(controller);
  return async (claim, log, signal) => {
    try {
      return await handle(claim, log, signal);
    } catch (error) {
      const gone = error instanceof GitHubRefused && error.reason === "gone";
      if (!gone || claim.attempts < LOOKS_FOR_WHAT_IS_GONE) throw error;
      log.warn({ error }, "it is gone from GitHub; a sweep looks again if it comes back");
      return {};
    }
  };
}

function handlers(controller: Controller): LaneHandler {
  return (claim, log, signal) => {
    const lane = parseLane(claim.key);
    switch (lane.kind) {
      case "pull":
        return reconcilePull(controller, claim, lane, log, signal);
      case "branch":
        return runBranch(controller, claim, lane, log, signal);
      case "deploy":
        return runDeployment(controller, claim, lane, log, signal);
      case "monitor":
        return runMonitor(controller, claim, lane, log, signal);
      case "sweep":
        return sweep(controller, claim, log, signal);
    }
  };
}
