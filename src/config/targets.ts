import type { z } from "zod";
import { didYouMean } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { type ConfigDocument, problem } from "./document.ts";
import { issueDiagnostics } from "./issue.ts";
import type { TargetConfig } from "./operator-config.ts";
import type { Secrets } from "./secrets.ts";

/** A kind of target: its name, and the schema of its own options (without `kind`). */
export interface TargetOptions {
  readonly kind: string;
  readonly options: z.ZodType;
}

/** Reads the options of each target by the schema of its kind, with secrets in the place of references to them. */
export function readTargets(
  document: ConfigDocument,
  raw: Readonly<Record<string, { readonly kind: string }>>,
  secrets: Secrets,
  kinds: readonly TargetOptions[],
): { targets: Record<string, TargetConfig>; diagnostics: Diagnostic[] } {
  const targets: [string, TargetConfig][] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [id, { kind, ...written }] of Object.entries(raw)) {
    const path = ["targets", id];
    const known = kinds.find((candidate) => candidate.kind === kind);
    if (!known) {
      diagnostics.push(problem(document.valueSpan([...path, "kind"]), unknownKind(kind, kinds)));
      continue;
    }
    const resolved = secrets.resolve(written, document, path);
    diagnostics.push(...resolved.diagnostics);
    const options = known.options.safeParse(resolved.value);
    if (options.success) targets.push([id, { ...(options.data as object), kind }]);
    else if (resolved.diagnostics.length === 0)
      diagnostics.push(...issueDiagnostics(document, known.options, options.error.issues, path));
  }
  return { targets: Object.fromEntries(targets), diagnostics };
}

function unknownKind(kind: string, kinds: readonly TargetOptions[]): string {
  const names = kinds.map((known) => known.kind);
  const meant = didYouMean(kind, names);
  return `there is no kind of target "${kind}"${meant ? `: did you mean "${meant}"?` : `; there are: ${names.join(", ")}`}`;
}
