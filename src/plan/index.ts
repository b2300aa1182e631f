export { diffZones } from "./diff.ts";
export type {
  Change,
  Dependant,
  Exposure,
  Plan,
  PlannedZone,
  RecordCounts,
  RRsetValue,
  SerialPolicy,
  ZonePlan,
} from "./plan.ts";
export { planZones } from "./plan-zones.ts";
export { type PlanFormat, renderPlan } from "./render/index.ts";
