import { defaultRepositoryConfig } from "../config/index.ts";
import { planZones } from "../plan/index.ts";
import type { Evaluation } from "./evaluation.ts";

/** The evaluation of what could not be judged: it did not pass, for that reason. */
export function unjudged(reason: string): Evaluation {
  return {
    judged: false,
    diagnostics: [],
    baseline: [],
    overrides: [],
    plan: planZones([], []),
    guards: [],
    checks: [],
    proposedChecks: [],
    lost: [],
    zones: [],
    configFiles: [],
    inputsDigest: "",
    governed: { zones: [], config: false, checks: [] },
    passed: false,
    reasons: [reason],
    config: defaultRepositoryConfig(),
  };
}
