export type { AssertionKind, Miss } from "./assertion.ts";
export { assertionKinds } from "./assertions/index.ts";
export type {
  Check,
  CheckCase,
  CheckFailure,
  CheckFile,
  CheckResult,
  Expectation,
  LoadedChecks,
} from "./check.ts";
export { checkDiagnostics } from "./diagnostics.ts";
export { loadChecks } from "./load.ts";
export type { Nearest, RecordPlace, Resolution, Resolver } from "./resolver.ts";
export { type Resolvers, type RunOptions, runChecks } from "./run.ts";
export { type ResolvableZone, zoneResolver } from "./zone-resolver.ts";
