import { fileSpan, messageOf, type Span } from "../base/index.ts";
import { compareDiagnostics, type Diagnostic, type Severity } from "../diagnostic/index.ts";
import type { RRType } from "../dns/index.ts";
import { type Reference, readReferences } from "./references.ts";
import { type Finding, type Rule, type RuleContext, type RuleSet, ruleSets } from "./rule.ts";
import { rules as allRules } from "./rules/index.ts";
import { World } from "./world.ts";
import type { LintZone } from "./zone.ts";

/** Which rules judge, and how severely: the `lint` part of a repository's configuration. */
export interface LintSettings {
  readonly set: RuleSet;
  /** By rule id. A rule that is not in the set is switched on by naming it. */
  readonly rules: Readonly<Record<string, "off" | Severity>>;
}

const defaults: LintSettings = { set: "recommended", rules: {} };

/**
 * What the rules find in the zones of `judge`, which stand among all `zones` of the repository; sorted, each finding
 * once. A rule that throws is reported as an error of rule `internal/<id>`, and the others go on.
 */
export function lint(
  zones: readonly LintZone[],
  judge: readonly LintZone[],
  settings: LintSettings = defaults,
  rules: readonly Rule[] = allRules,
): Diagnostic[] {
  const world = new World(zones);
  const enabled = rules.filter((rule) => isEnabled(rule, settings));
  const diagnostics = judge.flatMap((zone) => judgeZone(zone, world, enabled, settings));
  return diagnostics
    .sort(compareDiagnostics)
    .filter((found, index) => index === 0 || compareDiagnostics(found, diagnostics[index - 1]!) !== 0);
}

/** Whether a zone with a finding of this rule is not to be deployed. */
export function isStructural(ruleId: string, rules: readonly Rule[] = allRules): boolean {
  return ruleId.startsWith("internal/") || rules.some((rule) => rule.id === ruleId && rule.structural);
}

function isEnabled(rule: Rule, settings: LintSettings): boolean {
  const set = settings.rules[rule.id];
  if (rule.structural) return true;
  if (set !== undefined) return set !== "off";
  return ruleSets.indexOf(rule.set) <= ruleSets.indexOf(settings.set);
}

function judgeZone(
  zone: LintZone,
  world: World,
  rules: readonly Rule[],
  settings: LintSettings,
): Diagnostic[] {
  const found: { rule: Rule; diagnostic: Diagnostic }[] = [];
  const faults: Diagnostic[] = [];
  let references: ReadonlyMap<RRType | undefined, readonly Reference[]> | undefined;
  for (const rule of rules) {
    const context: RuleContext = {
      zone,
      zones: world.zones,
      world,
      references(type) {
        references ??= referencesByType(readReferences(zone.zone));
        return references.get(type) ?? [];
      },
      report: (finding) => found.push({ rule, diagnostic: toDiagnostic(zone, rule, finding, settings) }),
    };
    try {
      rule.check(context);
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

/** The references of each type; under `undefined` all of them. */
function referencesByType(all: readonly Reference[]): ReadonlyMap<RRType | undefined, readonly Reference[]> {
  return new Map<RRType | undefined, readonly Reference[]>([
    ...Map.groupBy(all, ({ type }) => type),
    [undefined, all],
  ]);
}

function spotKey(rule: string, { file, line, column }: Diagnostic): string {
  return `${rule} ${line}:${column} ${file}`;
}

function toDiagnostic(zone: LintZone, rule: Rule, finding: Finding, settings: LintSettings): Diagnostic {
  const { file, line, column, endLine, endColumn } = finding.span ?? spanOf(zone, finding.row);
  return {
    file,
    line,
    column,
    endLine,
    endColumn,
    rule: rule.id,
    severity: severityOf(rule, finding, settings),
    message: finding.message,
    ...(finding.fix && { fix: finding.fix }),
  };
}

function severityOf(rule: Rule, finding: Finding, settings: LintSettings): Severity {
  if (rule.structural) return rule.severity;
  const set = settings.rules[rule.id];
  return set === undefined || set === "off" ? (finding.severity ?? rule.severity) : set;
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
