export type { AssertionKind } from "./assertion.ts";
export { assertionKinds } from "./assertions/index.ts";
export type {
  Check,
  CheckCase,
  CheckFailure,
  CheckFile,
  CheckResult,
  CheckVerdict,
  ExceptedCase,
  Exception,
  Expectation,
  LoadedChecks,
} from "./check.ts";
export { checkDiagnostics } from "./diagnostics.ts";
export { loadChecks } from "./load.ts";
export { type Lost, lostCoverage } from "./lost.ts";
export type { ViewZones } from "./memo/changes.ts";
export { CheckMemo, type IdentifiedRepository } from "./memo/memo.ts";
export type { Miss } from "./miss.ts";
export type { Resolvers } from "./questions.ts";
export type { Repository } from "./repository.ts";
export type {
  Nearest,
  OwnedName,
  Pointing,
  RecordPlace,
  Resolution,
  Resolver,
} from "./resolver.ts";
export { type RunOptions, runChecks } from "./run.ts";
export {
  type CodeCheckRun,
  CodeMemo,
  type CodeRun,
  defaultLimits,
  isCodeFile,
  runCodeFiles,
  Sandbox,
  type SandboxHost,
  type SandboxLimits,
} from "./sandbox/index.ts";
export {
  type ServedAnswer,
  type ServedAnswers,
  type ServedQuestion,
  type ServedRecord,
  servedKey,
} from "./served/answer.ts";
export { servedResolver } from "./served/resolver.ts";
export { type ResolvableZone, zoneResolver } from "./zone-resolver.ts";
