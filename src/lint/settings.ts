import type { Severity } from "../diagnostic/index.ts";
import type { Name } from "../dns/index.ts";
import { type OptionValue, type Rule, type RuleSet, ruleSets, type Server } from "./rule.ts";

/** What a repository says of one rule: nothing of it, its severity, or its severity and options. */
export type RuleSetting =
  | "off"
  | Severity
  | { readonly severity?: "off" | Severity; readonly options: Readonly<Record<string, OptionValue>> };

/** Settings for some zones or paths, which go before the general ones. */
export interface ScopedSettings {
  /** Whether they hold for what is said of this file as part of this zone. */
  covers(zone: { readonly name: Name; readonly view: string }, file: string): boolean;
  readonly set?: RuleSet;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** Which rules judge, and how severely: the `lint` part of a repository's configuration. */
export interface LintSettings {
  readonly set: RuleSet;
  /** By rule id. A rule that is not in the set is switched on by naming it. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Of those that cover something, the last that says anything counts. */
  readonly scoped?: readonly ScopedSettings[];
  /** What serves the zones, where that is known. */
  readonly servers?: readonly Server[];
}

export const defaultSettings: LintSettings = { set: "recommended", rules: {} };

/** What holds for a rule in one place: undefined where it is off. */
export interface RuleState {
  /** What was configured, else undefined. */
  readonly severity: Severity | undefined;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** A file, as part of a zone. */
interface Place {
  readonly zone: { readonly name: Name; readonly view: string };
  readonly file: string;
}

/**
 * What the settings say of a rule, in one place or, without one, where nothing is said of single zones or paths.
 * Structural rules are always on, at their own severity.
 */
export function stateOf(
  rule: Pick<Rule, "id" | "set" | "structural" | "concerns">,
  settings: LintSettings,
  place?: Place,
): RuleState | undefined {
  const scoped = place === undefined ? [] : (settings.scoped ?? []);
  const scopes = scoped.filter((scope) => scope.covers(place!.zone, place!.file));
  const said = [settings, ...scopes].flatMap(({ rules }) =>
    Object.hasOwn(rules, rule.id) ? [normal(rules[rule.id]!)] : [],
  );
  const options = Object.assign({}, ...said.map((one) => one.options)) as Record<string, OptionValue>;
  if (rule.structural) return { severity: undefined, options };
  const severity = said.findLast((one) => one.severity !== undefined)?.severity;
  if (severity === "off") return undefined;
  if (severity === undefined && !isConcerned(rule, settings)) return undefined;
  const set = scopes.findLast((scope) => scope.set !== undefined)?.set ?? settings.set;
  const isOn = said.length > 0 || ruleSets.indexOf(rule.set) <= ruleSets.indexOf(set);
  return isOn ? { severity, options } : undefined;
}

function isConcerned({ concerns }: Pick<Rule, "concerns">, { servers }: LintSettings): boolean {
  return concerns === undefined || servers === undefined || concerns.some((one) => servers.includes(one));
}

function normal(setting: RuleSetting): {
  readonly severity?: "off" | Severity;
  readonly options: Readonly<Record<string, OptionValue>>;
} {
  return typeof setting === "string" ? { severity: setting, options: {} } : setting;
}
