export { type Health, type HealthPeriod, nextHealth } from "./health.ts";
export type {
  Nameserver,
  Question,
  Receipt,
  ServerResult,
  Target,
  TargetDeps,
  TargetKind,
  Verdict,
  Verifier,
  VerifyRequest,
  ZoneVersion,
} from "./ports.ts";
export { MAX_QUESTIONS, questionsFor } from "./questions.ts";
export { type ChosenSerial, chooseSerial, DIVERGED_BY, type SerialFacts } from "./serial.ts";
export { type CheckFinding, findingsOf, type ServerChecks, serverChecks } from "./server-checks.ts";
export {
  advance,
  type DeploymentEvent,
  type DeploymentPhase,
  type DeploymentState,
  isFinal,
  isInProgress,
  unsettled,
  type ZoneStep,
} from "./state.ts";
export { judgeTip, type TipFacts, type TipJudgement } from "./tip.ts";
