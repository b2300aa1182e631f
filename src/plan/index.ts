export { diffZones } from "./diff.ts";
export {
  defaultGuards,
  type Guard,
  type GuardSettings,
  guardIds,
  judgeGuards,
  type Limit,
  type TrippedGuard,
} from "./guards/index.ts";
export type {
  Change,
  Dependant,
  Exposure,
  FileChange,
  PathChange,
  Plan,
  PlannedBlob,
  PlannedZone,
  RecordCounts,
  Rename,
  Risk,
  RiskLevel,
  RRsetValue,
  SerialPolicy,
  ZonePlan,
} from "./plan.ts";
export { defaultCritical, type PlanOptions, planZones } from "./plan-zones.ts";
export { type PlanFormat, type RenderOptions, renderPlan } from "./render/index.ts";
export { namePatternProblem, type RiskClass, riskClasses } from "./risk/index.ts";
export type { PlannedFiles } from "./source/index.ts";
