import { fileSpan, messageOf, type Span } from "../base/index.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostic/index.ts";
import { contextOf, type Surroundings, sharedContext, ZoneFacts } from "./context.ts";
import { type LintMemo, Witness } from "./memo/index.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules as allRules } from "./rules/index.ts";
import { defaultSettings, type LintSettings, type RuleState, stateOf } from "./settings.ts";
import { RepositoryWorld } from "./world.ts";
import type { LintZone } from "./zone.ts";

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

/** A rule that is on somewhere in a zone. */
interface Enabled {
  readonly rule: Rule;
  /** What holds for a file of the zone; undefined where the rule is off. */
  stateIn(file: string): RuleState | undefined;
}

/** The rules that are on in a zone: worked out once where no settings are for some zones or paths only. */
function settledStates(
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

function judgeZone(
  zone: LintZone,
  surroundings: Surroundings,
  enabled: readonly Enabled[],
): readonly Diagnostic[] {
  const facts = new ZoneFacts(zone);
  const shared = sharedContext(facts, surroundings);
  const found: { rule: Rule; diagnostic: Diagnostic }[] = [];
  const faults: Diagnostic[] = [];
  for (const { rule, stateIn } of enabled) {
    if (!facts.concern(rule)) continue;
    const report = (finding: Finding) => {
      const span = finding.span ?? spanOf(zone, finding.row);
      const state = stateIn(span.file);
      if (state) found.push({ rule, diagnostic: toDiagnostic(rule, finding, span, state) });
    };
    try {
      rule.check(contextOf(rule, shared, stateIn(zone.file)?.options ?? {}, report));
    } catch (error) {
      faults.push(fault(zone, rule, error));
    }
  }
  const superseded = new Set(
    found.flatMap(({ rule, diagnostic }) => (rule.supersedes ?? []).map((id) => spotKey(id, diagnostic))),
  );
  const kept = found.filter(({ rule, diagnostic }) => !superseded.has(spotKey(rule.id, diagnostic)));
  return [...kept.map(({ diagnostic }) => diagnostic), ...faults];
}

function spotKey(rule: string, { file, line, column }: Diagnostic): string {
  return `${rule} ${line}:${column} ${file}`;
}

function toDiagnostic(rule: Rule, finding: Finding, span: Span, state: RuleState): Diagnostic {
  const { file, line, column, endLine, endColumn } = span;
  return {
    file,
    line,
    column,
    endLine,
    endColumn,
    rule: rule.id,
    severity: rule.structural ? rule.severity : (state.severity ?? finding.severity ?? rule.severity),
    message: finding.message,
    ...(finding.fix && { fix: finding.fix }),
  };
}

/** Where a record stands, as exactly as is known. */
function spanOf(zone: LintZone, row: number | undefined): Span {
  if (row === undefined) return fileSpan(zone.file);
  const written = zone.tokens(row)?.span;
  if (written) return written;
  const { file, line } = zone.zone.place(row);
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

function fault(zone: LintZone, rule: Rule, error: unknown): Diagnostic {
  return {
    ...fileSpan(zone.file),
    rule: `internal/${rule.id}`,
    severity: "error",
    message: `the rule ${rule.id} stopped at a fault of its own (${messageOf(error)}): what it would have found here is not known; please report this`,
  };
}
