import type { LintSettings, OptionValue, RuleSet, RuleSetting, Server } from "../lint/index.ts";
import { compileGlob } from "./glob.ts";
import type { RawLint, RawRuleSetting } from "./raw/lint.ts";
import { patternCovers } from "./zone-pattern.ts";

/** Settings of rules for some zones, views or paths; what is not said covers all. */
export interface LintOverride {
  readonly zones: readonly string[] | undefined;
  readonly views: readonly string[] | undefined;
  readonly files: readonly string[] | undefined;
  readonly set: RuleSet | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** The `lint` part of a repository's configuration: plain data. */
export interface LintConfig {
  readonly set: RuleSet;
  /** Software that serves the zones, for portability notes; undefined: not said, so all of them are told. */
  readonly servers: readonly Server[] | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The later go before the earlier. */
  readonly overrides: readonly LintOverride[];
}

export const defaultLintConfig: LintConfig = {
  set: "recommended",
  servers: undefined,
  rules: {},
  overrides: [],
};

/** The configuration as the rules' engine takes it. */
export function lintSettings({ set, servers, rules, overrides }: LintConfig): LintSettings {
  return {
    set,
    rules,
    ...(servers && { servers }),
    scoped: overrides.map(({ zones, views, files, set: scopedSet, rules: scopedRules }) => {
      const globs = files?.map(compileGlob);
      return {
        covers: (zone, file) =>
          (zones?.some((pattern) => patternCovers(pattern, zone.name)) ?? true) &&
          (views?.includes(zone.view) ?? true) &&
          (globs?.some((matches) => matches(file)) ?? true),
        ...(scopedSet && { set: scopedSet }),
        rules: scopedRules,
      };
    }),
  };
}

/** As written, with the defaults filled in; the options must have been held against the rules already. */
export function toLintConfig({ set, servers, rules, overrides }: RawLint = {}): LintConfig {
  return {
    set: set ?? defaultLintConfig.set,
    servers,
    rules: toSettings(rules),
    overrides: (overrides ?? []).map((one) => ({
      zones: one.zones,
      views: one.views,
      files: one.files,
      set: one.set,
      rules: toSettings(one.rules),
    })),
  };
}

function toSettings(rules: Readonly<Record<string, RawRuleSetting>> = {}): Record<string, RuleSetting> {
  return Object.fromEntries(
    Object.entries(rules).map(([id, setting]) => {
      if (typeof setting === "string") return [id, setting];
      const { severity, ...options } = setting;
      return [id, { ...(severity && { severity }), options: options as Record<string, OptionValue> }];
    }),
  );
}
