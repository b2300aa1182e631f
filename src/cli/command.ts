import type { Command as Program } from "commander";
import type { Output } from "./output.ts";

/** Exit codes, the same for every command. */
export const EXIT = {
  /** It went well; for judging commands: no finding at error severity. */
  ok: 0,
  /** A finding at error severity. */
  findings: 1,
  /** It could not run: wrong usage, or something it needs cannot be read. */
  cannot: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One command of the program. `declare` adds arguments, options and help; `run` does the work. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  declare(program: Program): Program;
  run(
    input: { readonly args: readonly string[]; readonly options: Record<string, unknown> },
    output: Output,
  ): Promise<ExitCode>;
}
