import { TemplateError } from "./generate-template.ts";
import { Lexer } from "./lexer.ts";
import { LIMITS } from "./limits.ts";
import { readRecord } from "./record.ts";
import { report, spanFrom } from "./report.ts";
import { Reporter } from "./reporter.ts";
import type { ParserRule } from "./rules.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/** The numbers `start`, `start + step`, and so on up to `stop`. */
export interface Range {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

interface Problem {
  readonly rule: ParserRule;
  readonly message: string;
}

/**
 * Reads the record that `textOf` gives for each number of the range, as if it stood where the `$GENERATE` stands that
 * was just read. Stops at the first that cannot be read, and says which number that is.
 */
export function expand(
  state: ZoneState,
  source: Source,
  range: Range,
  textOf: (number: number) => string,
): void {
  const { reporter } = state;
  const restoreOwner = state.owner.save();
  const generated: Source = { ...source, lexer: new Lexer(new Uint8Array(0)), standsAt: source.lexer };
  state.reporter = new Reporter();
  let problem: Problem | undefined;
  let number = range.start;
  while (!state.stopped) {
    problem = readOne(state, generated, number, textOf);
    if (problem || number + range.step > range.stop) break;
    number += range.step;
  }
  state.reporter = reporter;
  restoreOwner();
  if (!problem) return;
  const message = `$GENERATE, for the number ${number}: ${problem.message}`;
  report(state, problem.rule, spanFrom(source, 0), message);
}

/** Reads one record. What is wrong with it, if anything is, for the caller to report at the directive. */
function readOne(
  state: ZoneState,
  generated: Source,
  number: number,
  textOf: (number: number) => string,
): Problem | undefined {
  let octets: Uint8Array;
  try {
    octets = Buffer.from(textOf(number), "latin1");
  } catch (error) {
    if (error instanceof TemplateError) return { rule: "gen-invalid", message: error.message };
    throw error;
  }
  if (octets.length > LIMITS.generatedOctets) {
    return { rule: "gen-invalid", message: `record is longer than ${LIMITS.generatedOctets} octets` };
  }
  const { lexer } = generated;
  lexer.restart(octets);
  lexer.next();
  if (lexer.broken) return lexer.problems[0];
  readRecord(state, generated, 0);
  if (!state.reporter.hasErrors) return undefined;
  const error = state.reporter.finish().find(({ severity }) => severity === "error");
  return error && { rule: error.rule as ParserRule, message: error.message };
}
