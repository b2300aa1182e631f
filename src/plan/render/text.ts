import { showInvisible } from "../../base/index.ts";
import type { Plan, ZonePlan } from "../plan.ts";
import { diffLines } from "./diff-lines.ts";
import { affectedSentences, cachedSentences, countsInWords, headline, zoneTitle } from "./sentences.ts";

/** The plan for a terminal, whole. */
export function renderText(plan: Plan): string {
  return `${[headline(plan), ...plan.zones.map(renderZone)].join("\n\n")}\n`;
}

function renderZone(zone: ZonePlan): string {
  return [
    `${zoneTitle(zone, showInvisible)}: ${countsInWords(zone.counts)}`,
    ...diffLines(zone.changes).map((line) => `  ${showInvisible(line)}`),
    ...list("Who is affected:", affectedSentences(zone.dependants, showInvisible)),
    ...list("How long resolvers may keep what was:", cachedSentences(zone.exposure, showInvisible)),
  ].join("\n");
}

function list(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : [`  ${title}`, ...sentences.map((sentence) => `    ${sentence}`)];
}
