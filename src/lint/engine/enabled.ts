import type { Rule } from "../rule.ts";
import { type LintSettings, type RuleState, stateOf } from "../settings.ts";
import type { LintZone } from "../zone.ts";

/** A rule that is on somewhere in a zone. */
export interface Enabled {
  readonly rule: Rule;
  /** What holds for a file of the zone; undefined where the rule is off. */
  stateIn(file: string): RuleState | undefined;
}

/** The rules that are on in a zone: worked out once where no settings are for some zones or paths only. */
export function settledStates(
  rules: readonly Rule[],
  settings: LintSettings,
): (zone: LintZone) => readonly Enabled[] {
  if (settings.scoped !== undefined && settings.scoped.length > 0)
    return (zone) => rules.flatMap((rule) => enabledIn(zone, rule, settings));
  const enabled = rules.flatMap((rule): Enabled[] => {
    const state = stateOf(rule, settings);
    return state ? [{ rule, stateIn: () => state }] : [];
  });
  return () => enabled;
}

function enabledIn(zone: LintZone, rule: Rule, settings: LintSettings): readonly Enabled[] {
  const stateIn = (file: string) => stateOf(rule, settings, { zone, file });
  const isOn = [zone.file, ...zone.zone.columns.files].some((file) => stateIn(file) !== undefined);
  return isOn ? [{ rule, stateIn }] : [];
}
