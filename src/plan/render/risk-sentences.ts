import type { TrippedGuard } from "../guards/index.ts";
import type { RiskLevel } from "../plan.ts";
import { riskClasses } from "../risk/index.ts";
import { firstFew, quantity } from "../words.ts";
import type { ZoneRisk } from "./grouping.ts";
import type { Quote } from "./quote.ts";

const FEW = 5;

/** How a sentence is set: outside text, words in bold, and words of ours that hold outside text nowhere. */
export interface Setting {
  readonly quote: Quote;
  readonly strong: Quote;
}

/** What stands over the changes of a level; over those without where there are others, and where there are none. */
export function groupTitle(level: RiskLevel | undefined, alone: boolean): string {
  if (level === undefined) return alone ? "Changes" : "Other changes";
  return { high: "High risk", medium: "Medium risk", low: "Low risk" }[level];
}

/** One sentence for each class and reason: "MX acme.example. MX: mail for this domain goes elsewhere". */
export function riskSentences(risks: readonly ZoneRisk[], { quote, strong }: Setting): string[] {
  return [...Map.groupBy(risks, (risk) => `${risk.class} ${risk.why}`).values()].map((group) => {
    const { class: id, why } = group[0]!;
    const title = riskClasses.find((known) => known.id === id)?.title ?? id;
    const about = firstFew(group, FEW, (risk) => subject(risk, quote));
    return `${strong(title)} ${about}: ${why}${leading(group)}`;
  });
}

function subject({ owner, type, zone }: ZoneRisk, quote: Quote): string {
  const inView = zone.view === "default" ? "" : ` in view ${quote(zone.view)}`;
  return owner === undefined ? `${quote(zone.zone)}${inView}` : `${quote(owner)} ${type}${inView}`;
}

function leading(risks: readonly ZoneRisk[]): string {
  if (risks[0]!.class === "many-dependants") return "";
  const owners = new Map(risks.map(({ owner, dependants }) => [owner, dependants]));
  const count = [...owners.values()].reduce((sum, dependants) => sum + dependants, 0);
  return count === 0 ? "" : ` (${quantity(count, "record")} ${count === 1 ? "leads" : "lead"} there)`;
}

/** "45 % of example. would be removed (limit 30 %): needs one approval more than usual". */
export function guardSentence({ why, approvals }: TrippedGuard, quote: Quote): string {
  const needs = approvals === undefined ? "one approval more than usual" : `${approvals} approvals`;
  return `${quote(why)}: needs ${needs}`;
}
