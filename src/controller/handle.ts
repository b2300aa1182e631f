import { parseLane } from "../pull/index.ts";
import type { Controller } from "./controller.ts";
import { reconcilePull } from "./reconcile-pull.ts";
import { runBranch } from "./run-branch.ts";
import { runDeployment } from "./run-deployment.ts";
import { sweep } from "./sweep.ts";
import type { LaneHandler } from "./worker.ts";

/** Sends each lane to what works on it. */
export function laneHandler(controller: Controller): LaneHandler {
  return (claim, log, signal) => {
    const lane = parseLane(claim.key);
    switch (lane.kind) {
      case "pull":
        return reconcilePull(controller, claim, lane, log, signal);
      case "branch":
        return runBranch(controller, claim, lane, log, signal);
      case "deploy":
        return runDeployment(controller, claim, lane, log, signal);
      case "sweep":
        return sweep(controller, claim, log, signal);
    }
  };
}
