import { compareDiagnostics, type Diagnostic } from "../../diagnostic/index.ts";
import { type LintMemo, Witness } from "../memo/index.ts";
import type { Rule } from "../rule.ts";
import { rules as allRules } from "../rules/index.ts";
import { defaultSettings, type LintSettings } from "../settings.ts";
import type { LintZone } from "../zone.ts";
import type { Surroundings } from "./context.ts";
import { settledStates } from "./enabled.ts";
import { judgeZone } from "./judge-zone.ts";
import { RepositoryWorld } from "./repository-world.ts";

/** What a run of the rules needs beside the zones; each part has a default. */
export interface LintOptions {
  readonly settings?: LintSettings;
  /** Milliseconds since 1970; the epoch where nothing is said, so that nothing depends on when it runs. */
  readonly now?: number;
  /** Paths of every file of the repository. */
  readonly paths?: readonly string[];
  readonly rules?: readonly Rule[];
  /** What was found before; `settings` tells the settings it was found by. */
  readonly memo?: { readonly of: LintMemo; readonly settings: string };
}

/**
 * What the rules find in the zones of `judge`, which stand among all `zones` of the repository; sorted, each finding
 * once. A rule that throws is reported as an error of rule `internal/<id>`, and the others go on.
 */
export function lint(
  zones: readonly LintZone[],
  judge: readonly LintZone[],
  { settings = defaultSettings, now = 0, paths = [], rules = allRules, memo }: LintOptions = {},
): Diagnostic[] {
  const surroundings = { world: new RepositoryWorld(zones), now, paths };
  const statesIn = settledStates(rules, settings);
  const judgeOne = (zone: LintZone, around: Surroundings) => judgeZone(zone, around, statesIn(zone));
  const diagnostics = judge.flatMap((zone) =>
    memo ? remembered(zone, surroundings, memo, judgeOne) : judgeOne(zone, surroundings),
  );
  return diagnostics
    .sort(compareDiagnostics)
    .filter((found, index) => index === 0 || compareDiagnostics(found, diagnostics[index - 1]!) !== 0);
}

/** Whether a zone with a finding of this rule is not to be deployed. */
export function isStructural(ruleId: string, rules: readonly Rule[] = allRules): boolean {
  return ruleId.startsWith("internal/") || rules.some((rule) => rule.id === ruleId && rule.structural);
}

/** What was found in the zone before, if nothing changed that the rules looked at; else what they find now. */
function remembered(
  zone: LintZone,
  { world, now, paths }: Surroundings,
  { of: memo, settings }: NonNullable<LintOptions["memo"]>,
  judgeOne: (zone: LintZone, around: Surroundings) => readonly Diagnostic[],
): readonly Diagnostic[] {
  const known = memo.recall({ zone, world, settings, now, paths });
  if (known) return known;
  const witness = new Witness(world);
  const looked: { now: number | undefined; paths: readonly string[] | undefined } = {
    now: undefined,
    paths: undefined,
  };
  const found = judgeOne(zone, {
    world: witness,
    get now() {
      looked.now = now;
      return now;
    },
    get paths() {
      looked.paths = paths;
      return paths;
    },
  });
  memo.keep(zone, { settings, witness, looked, found });
  return found;
}
