export type { RRsetChange } from "./change.ts";
export { isStructural, type LintOptions, lint } from "./engine/index.ts";
export type { ExampleZone, RuleExample } from "./example.ts";
export {
  type AppliedIgnores,
  applyIgnores,
  type Ignore,
  type Ignored,
  readIgnores,
} from "./ignore/index.ts";
export { portability } from "./known/index.ts";
export { LintMemo } from "./memo/index.ts";
export {
  type Finding,
  type OptionValue,
  type Rule,
  type RuleContext,
  type RuleOption,
  type RuleScope,
  type RuleSet,
  ruleSets,
  type Server,
  servers,
} from "./rule.ts";
export { ruleFamilies, rules } from "./rules/index.ts";
export { type LintSettings, type RuleSetting, type ScopedSettings, stateOf } from "./settings.ts";
export type { LintZone } from "./zone.ts";
