import { CommanderError, Command as Program } from "commander";
import { showInvisible, ZonewrightError } from "../base/index.ts";
import { type Command, EXIT, type ExitCode } from "./command.ts";
import { commands } from "./commands/index.ts";
import { type Output, processOutput } from "./output.ts";

/** Runs the program with its arguments (without node and script); never throws for what a reader can mend. */
export async function run(argv: readonly string[], output: Output = processOutput()): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  try {
    const program = createProgram(await loadCommands(argv[0]), output, (result) => {
      code = result;
    });
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    code = report(error, output);
  }
  const unwritten = await output.finish();
  if (unwritten === undefined) return code;
  output.note(`zonewright: writing the result: ${unwritten}`);
  return EXIT.cannot;
}

/** The command of this name alone; all of them where there is none of this name: help and mistakes are about all. */
export async function loadCommands(name?: string): Promise<readonly Command[]> {
  const named = commands.filter((command) => command.name === name);
  return Promise.all((named.length > 0 ? named : commands).map(({ load }) => load()));
}

/** The program as commander knows it; also what the documentation is made from. */
export function createProgram(
  loaded: readonly Command[],
  output: Output,
  done: (code: ExitCode) => void,
): Program {
  const program = new Program("zonewright")
    .description("DNS by pull request: check, plan, serve.")
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.note(text) })
    .helpCommand(false);
  for (const command of loaded) {
    const declared = command
      .declare(program.command(command.name).description(command.summary).exitOverride())
      .allowExcessArguments(false);
    declared.action(async () => {
      done(await command.run({ args: declared.args, options: declared.opts() }, output));
    });
  }
  return program;
}

function report(error: unknown, output: Output): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.cannot;
  if (error instanceof ZonewrightError) output.note(`zonewright: ${showInvisible(error.message)}`);
  else {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    output.note(`zonewright: this is a bug of ours, please report it: ${showInvisible(trace)}`);
  }
  return EXIT.cannot;
}
