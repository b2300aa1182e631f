export type { Command, ExitCode } from "./command.ts";
export { commands } from "./commands/index.ts";
export { type Output, processOutput, type Stream } from "./output.ts";
export { createProgram, run } from "./program.ts";
