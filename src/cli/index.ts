export type { Command, ExitCode } from "./command.ts";
export { commands } from "./commands/index.ts";
export type { Output } from "./output.ts";
export { createProgram, run } from "./program.ts";
