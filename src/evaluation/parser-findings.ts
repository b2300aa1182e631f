import type { Diagnostic } from "../diagnostic/index.ts";
import { type LintSettings, portability, stateOf } from "../lint/index.ts";
import type { LoadedZone } from "./zones.ts";

/**
 * What the parser says of the zones, as the repository's settings would have it: they may switch warnings and notes off
 * or make them count for more, and nothing lowers an error. A file that several zones include, or that is a zone in
 * several views, is parsed for each and told of once.
 */
export function settledParserFindings(
  zones: readonly LoadedZone[],
  settings: LintSettings,
): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const zone of zones) {
    for (const finding of zone.diagnostics) {
      const settled = settle(finding, zone, settings);
      if (!settled) continue;
      const { file, line, column, rule, message } = settled;
      seen.set([file, line, column, rule, message].join("\0"), settled);
    }
  }
  return [...seen.values()];
}

function settle(finding: Diagnostic, zone: LoadedZone, settings: LintSettings): Diagnostic | undefined {
  const { rule: id, file, severity } = finding;
  if (severity === "error") return finding;
  const concerns = portability[id as keyof typeof portability];
  const rule = { id, set: "recommended", structural: false, ...(concerns && { concerns }) } as const;
  const state = stateOf(rule, settings, { zone, file });
  if (!state) return undefined;
  return state.severity === undefined ? finding : { ...finding, severity: state.severity };
}
