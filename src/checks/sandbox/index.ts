export type { CodeCheckRun } from "./conclude.ts";
export type { CodeRun } from "./file-run.ts";
export type { ConfigFile, HostZone, SandboxHost } from "./host.ts";
export { CodeMemo, type IdentifiedHost } from "./memo.ts";
export { defaultLimits, type SandboxLimits } from "./messages.ts";
export { isCodeFile, runCodeFiles } from "./run-files.ts";
export { Sandbox } from "./sandbox.ts";
