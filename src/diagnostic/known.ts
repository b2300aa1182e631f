import type { Diagnostic } from "./diagnostic.ts";

/** What makes a finding the same finding in another state of the files; one that was written down has no subject. */
export type KnownFinding = Pick<Diagnostic, "file" | "rule" | "severity" | "message" | "subject">;

/**
 * Sets findings apart that were known before: same rule, file, words and subject, wherever the line has moved to. Of
 * several alike, as many are fresh as there are more of them now.
 */
export function splitKnown(
  found: readonly Diagnostic[],
  before: readonly KnownFinding[],
): { fresh: Diagnostic[]; known: Diagnostic[] } {
  const left = new Map<string, number>();
  for (const finding of before) {
    const identity = identityOf(finding);
    left.set(identity, (left.get(identity) ?? 0) + 1);
  }
  const takeFrom = (identity: string) => {
    const count = left.get(identity) ?? 0;
    if (count > 0) left.set(identity, count - 1);
    return count > 0;
  };
  const fresh: Diagnostic[] = [];
  const known: Diagnostic[] = [];
  for (const finding of found) {
    const isKnown = takeFrom(identityOf(finding)) || takeFrom(identityOf({ ...finding, subject: undefined }));
    (isKnown ? known : fresh).push(finding);
  }
  return { fresh, known };
}

function identityOf({ rule, file, severity, message, subject }: Unplaced): string {
  const withoutLines = message.replace(/:\d+(?::\d+)?\b/g, ":#").replace(/\bline \d+/g, "line #");
  return [rule, file, severity, withoutLines, subject ?? ""].join("\0");
}

type Unplaced = Omit<KnownFinding, "subject"> & { readonly subject?: string | undefined };
