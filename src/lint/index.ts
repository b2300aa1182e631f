export { isStructural, type LintSettings, lint } from "./engine.ts";
export type { ExampleZone, RuleExample } from "./example.ts";
export { type Finding, type Rule, type RuleContext, type RuleSet, ruleSets } from "./rule.ts";
export { rules } from "./rules/index.ts";
export { World } from "./world.ts";
export type { LintZone } from "./zone.ts";
