import { fileSpan, messageOf } from "../../base/index.ts";
import type { Diagnostic } from "../../diagnostic/index.ts";
import type { Rule } from "../rule.ts";
import type { LintZone } from "../zone.ts";
import { contextOf, type Surroundings, sharedContext, ZoneFacts } from "./context.ts";
import type { Enabled } from "./enabled.ts";
import { Findings } from "./findings.ts";

/** What the rules that are on find in one zone. */
export function judgeZone(
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
    const findings = new Findings(facts, rule, stateIn);
    try {
      rule.check(contextOf(rule, shared, stateIn(zone.file)?.options ?? {}, (one) => findings.add(one)));
    } catch (error) {
      faults.push(fault(zone, rule, error));
    }
    for (const diagnostic of findings.diagnostics) found.push({ rule, diagnostic });
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

function fault(zone: LintZone, rule: Rule, error: unknown): Diagnostic {
  return {
    ...fileSpan(zone.file),
    rule: `internal/${rule.id}`,
    severity: "error",
    message: `the rule ${rule.id} stopped at a fault of its own (${messageOf(error)}): what it would have found here is not known; please report this`,
  };
}
