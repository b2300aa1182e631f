import { RE2JS } from "re2js";
import { messageOf } from "../../base/index.ts";
import type { Budget } from "./budget.ts";

/** Longest pattern taken, in characters. */
const MOST_CHARACTERS = 1_000;

/** What is wrong with a pattern, in words, or undefined. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > MOST_CHARACTERS) return `a pattern has at most ${MOST_CHARACTERS} characters`;
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return `this pattern is not RE2 syntax (no look-around, no back references): ${messageOf(error)}`;
  }
}

/**
 * The engine for `pattern` and `patternProperties`: RE2 in place of RegExp, since patterns come from a repository. What it
 * costs to look through a text goes from the budget.
 */
export function patternEngine(budget: Budget) {
  const known = new Map<string, { test(text: string): boolean; toString(): string }>();
  const engine = (pattern: string) => {
    const found = known.get(pattern);
    if (found) return found;
    const compiled = RE2JS.compile(pattern);
    const steps = 1 + compiled.programSize() / 16;
    const made = {
      test(text: string) {
        budget.spend((1 + text.length) * steps);
        return compiled.test(text);
      },
      // Ajv tells patterns apart by this.
      toString: () => pattern,
    };
    known.set(pattern, made);
    return made;
  };
  // Named where Ajv writes code to a file, which is not done here.
  return Object.assign(engine, { code: "patternEngine" });
}
