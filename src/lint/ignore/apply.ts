import type { Diagnostic } from "../../diagnostic/index.ts";
import type { Ignore } from "./ignore.ts";

/** A finding that an ignore hides. */
export interface Ignored {
  readonly diagnostic: Diagnostic;
  readonly by: Ignore;
}

export interface AppliedIgnores {
  /** Findings that no ignore speaks of. */
  readonly kept: readonly Diagnostic[];
  readonly ignored: readonly Ignored[];
  /** One finding for each rule of an ignore that hides nothing. */
  readonly unused: readonly Diagnostic[];
}

/** Leaves out the findings that ignores speak of. The first ignore that speaks of a finding hides it. */
export function applyIgnores(found: readonly Diagnostic[], ignores: readonly Ignore[]): AppliedIgnores {
  if (ignores.length === 0) return { kept: found, ignored: [], unused: [] };
  const byFile = Map.groupBy(ignores, ({ span }) => span.file);
  const used = new Map<Ignore, Set<string>>(ignores.map((ignore) => [ignore, new Set()]));
  const kept: Diagnostic[] = [];
  const ignored: Ignored[] = [];
  for (const diagnostic of found) {
    const speaking = (byFile.get(diagnostic.file) ?? []).filter((ignore) => speaksOf(ignore, diagnostic));
    for (const ignore of speaking) used.get(ignore)!.add(diagnostic.rule);
    if (speaking[0]) ignored.push({ diagnostic, by: speaking[0] });
    else kept.push(diagnostic);
  }
  return { kept, ignored, unused: ignores.flatMap((ignore) => unusedRules(ignore, used.get(ignore)!)) };
}

function speaksOf({ rules, lines }: Ignore, { rule, line, endLine }: Diagnostic): boolean {
  return rules.includes(rule) && (lines === undefined || (line <= lines.to && endLine >= lines.from));
}

function unusedRules({ span, rules }: Ignore, used: ReadonlySet<string>): readonly Diagnostic[] {
  return rules
    .filter((rule) => !used.has(rule))
    .map((rule) => ({
      ...span,
      rule: "ignore-unused",
      severity: "warning" as const,
      message: `this hides nothing: ${rule} finds nothing there; delete it`,
    }));
}
