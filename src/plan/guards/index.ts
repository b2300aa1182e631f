export { judgeGuards, type TrippedGuard } from "./judge.ts";
export { defaultGuards, type Guard, type GuardSettings, guardIds, type Limit } from "./settings.ts";
