/** Comments in zone files that hide findings: read, and applied. */

export { type AppliedIgnores, applyIgnores, type Ignored } from "./apply.ts";
export type { Ignore } from "./ignore.ts";
export { type FoundIgnores, type KnownRules, readIgnores } from "./read.ts";
