import { didYouMean } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { type ConfigDocument, problem } from "./document.ts";
import type { RawOperatorConfig } from "./raw/operator.ts";
import { patternsMeet } from "./zone-pattern.ts";

/** Bindings to targets that are not there, and zones that two bindings could deploy: a zone has one owner in a view. */
export function bindingProblems(document: ConfigDocument, raw: RawOperatorConfig): Diagnostic[] {
  const missing = raw.repositories.flatMap(({ target }, index) => {
    if (Object.hasOwn(raw.targets, target)) return [];
    const meant = didYouMean(target, Object.keys(raw.targets));
    const message = `there is no target "${target}" under targets${meant ? `: did you mean "${meant}"?` : ""}`;
    return [problem(document.valueSpan(["repositories", index, "target"]), message)];
  });
  return [...missing, ...sharedZones(document, raw)];
}

function sharedZones(document: ConfigDocument, raw: RawOperatorConfig): Diagnostic[] {
  const seen: { pattern: string; view: string; owner: number }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, { zones, views }] of raw.repositories.entries()) {
    for (const [at, pattern] of zones.entries()) {
      for (const view of views ?? ["default"]) {
        const other = seen.find(
          (zone) => zone.owner !== index && zone.view === view && patternsMeet(zone.pattern, pattern),
        );
        if (other) {
          const { repository, branch } = raw.repositories[other.owner]!;
          const message = `${pattern} (view ${view}) meets ${other.pattern} of ${repository} at ${branch}: a zone has one owner in a view`;
          diagnostics.push(problem(document.valueSpan(["repositories", index, "zones", at]), message));
        }
        seen.push({ pattern, view, owner: index });
      }
    }
  }
  return diagnostics;
}
