import { splitKnown } from "../diagnostic/index.ts";
import type { Ignored } from "../lint/index.ts";
import type { Override } from "./evaluation.ts";
import type { Findings } from "./findings.ts";

/** Errors that the change itself hides behind an ignore: neither hidden nor there before. Sorted by place. */
export function overridesIn(ignored: readonly Ignored[], before: Findings): readonly Override[] {
  const errors = new Map(
    ignored
      .filter(({ diagnostic }) => diagnostic.severity === "error")
      .map(({ diagnostic, by }) => [diagnostic, by]),
  );
  const known = [...before.found, ...before.ignored.map(({ diagnostic }) => diagnostic)];
  const { fresh } = splitKnown([...errors.keys()], known);
  return fresh.map((diagnostic) => {
    const { reason, span } = errors.get(diagnostic)!;
    return { diagnostic, reason, span };
  });
}
