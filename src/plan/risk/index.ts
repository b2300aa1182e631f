export { riskClasses } from "./classes/index.ts";
export { classify, riskLevels } from "./classify.ts";
export { namePattern, namePatternProblem } from "./name-pattern.ts";
export type { Finding, RiskClass, ZoneFacts } from "./risk.ts";
