import type { Diagnostic } from "./diagnostic.ts";

/** What makes a finding the same finding in another state of the files. */
export type KnownFinding = Pick<Diagnostic, "file" | "rule" | "severity" | "message">;

/**
 * Sets findings apart that were known before: same rule, file and words, wherever the line has moved to. Of several
 * alike, as many are fresh as there are more of them now.
 */
export function splitKnown(
  found: readonly Diagnostic[],
  before: readonly KnownFinding[],
): { fresh: Diagnostic[]; known: Diagnostic[] } {
  const left = new Map<string, number>();
  for (const finding of before) left.set(identityOf(finding), (left.get(identityOf(finding)) ?? 0) + 1);
  const fresh: Diagnostic[] = [];
  const known: Diagnostic[] = [];
  for (const finding of found) {
    const count = left.get(identityOf(finding)) ?? 0;
    left.set(identityOf(finding), count - 1);
    (count > 0 ? known : fresh).push(finding);
  }
  return { fresh, known };
}

function identityOf({ rule, file, severity, message }: KnownFinding): string {
  const withoutLines = message.replace(/:\d+(?::\d+)?\b/g, ":#").replace(/\bline \d+/g, "line #");
  return [rule, file, severity, withoutLines].join("\0");
}
