export type { Command, ExitCode } from "./command.ts";
export { type Output, processOutput, type Stream } from "./output.ts";
export { createProgram, loadCommands, run } from "./program.ts";
