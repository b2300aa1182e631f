import type { Diagnostic } from "../diagnostic/index.ts";
import { type LintSettings, portability, stateOf } from "../lint/index.ts";
import { type ParserRule, parserRules, scansOnRequest } from "../zonefile/index.ts";
import type { Tree } from "./tree.ts";
import type { LoadedZone } from "./zones.ts";

/**
 * What the parser says of the zones, as the repository's settings would have it: they may switch warnings and notes off
 * or make them count for more, and nothing lowers an error. A file that several zones include, or that is a zone in
 * several views, is parsed for each and told of once.
 */
export function settledParserFindings(
  tree: Tree,
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
  return [...seen.values(), ...scanned(tree, zones, settings)];
}

function settle(finding: Diagnostic, zone: LoadedZone, settings: LintSettings): Diagnostic | undefined {
  const { rule, file, severity } = finding;
  if (severity === "error") return finding;
  const state = stateOf(asLintRule(rule as ParserRule), settings, { zone, file });
  if (!state) return undefined;
  return state.severity === undefined ? finding : { ...finding, severity: state.severity };
}

/** What settings are looked up by. */
function asLintRule(id: ParserRule): Parameters<typeof stateOf>[0] {
  const rule = parserRules[id];
  const concerns = portability[id];
  return {
    id,
    set: "set" in rule ? rule.set : "recommended",
    structural: false,
    ...(concerns && { concerns }),
  };
}

/** What the scans find that somebody asked for, in each file once. */
function scanned(tree: Tree, zones: readonly LoadedZone[], settings: LintSettings): readonly Diagnostic[] {
  return Object.entries(scansOnRequest).flatMap(([id, scan]) => {
    const rule = asLintRule(id as ParserRule);
    const found = new Map<string, readonly Diagnostic[]>();
    for (const zone of zones) {
      for (const file of zone.files) {
        const state = found.has(file) ? undefined : stateOf(rule, settings, { zone, file });
        const octets = state && tree.read(file);
        if (octets === undefined) continue;
        const { severity } = state!;
        found.set(
          file,
          scan(octets, file).map((one) => ({ ...one, severity: severity ?? one.severity })),
        );
      }
    }
    return [...found.values()].flat();
  });
}
