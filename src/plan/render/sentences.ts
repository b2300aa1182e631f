import { formatDuration } from "../../dns/index.ts";
import { sumCounts } from "../counts.ts";
import type { Dependant, Exposure, Plan, RecordCounts, ZonePlan } from "../plan.ts";
import { firstFew, quantity } from "../words.ts";
import { pathsInWords } from "./path-lines.ts";
import type { Quote } from "./quote.ts";

const FEW = 5;

/** "2 zones change: 3 records added, 1 changed, 1 removed; 1 name renamed", and what config files do. */
export function headline(plan: Plan): string {
  if (plan.empty) return "No record changes.";
  const said = [
    ...(plan.zones.length > 0 ? [zonesInWords(plan)] : []),
    ...(plan.paths.length > 0 ? [pathsInWords(plan.paths)] : []),
  ];
  return said.join("; ");
}

function zonesInWords(plan: Plan): string {
  const total = sumCounts(plan.zones.map(({ counts }) => counts));
  const renamed = plan.zones.reduce((sum, { renames }) => sum + renames.length, 0);
  const zones = plan.zones.length;
  return `${quantity(zones, "zone")} ${zones === 1 ? "changes" : "change"}: ${countsInWords(total)}${renamed > 0 ? `; ${quantity(renamed, "name")} renamed` : ""}`;
}

/** "1 record added, 0 changed, 2 removed". */
export function countsInWords({ added, changed, removed }: RecordCounts): string {
  return `${quantity(added, "record")} added, ${changed.toLocaleString("en-GB")} changed, ${removed.toLocaleString("en-GB")} removed`;
}

/** The zone's name, with its view unless that is the only one there is, and what becomes of the zone as a whole. */
export function zoneTitle({ zone, view, state }: ZonePlan, quote: Quote): string {
  const inView = view === "default" ? "" : ` in view ${quote(view)}`;
  return `${quote(zone)}${inView}${state === "changed" ? "" : ` (${state} zone)`}`;
}

/** One sentence for each name that others lead to, most affected first; before them, where that is not all, that. */
export function affectedSentences(zones: readonly ZonePlan[], quote: Quote): string[] {
  const sentences = [...Map.groupBy(allDependants(zones), ({ of }) => of)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([of, group]) => {
      const who = firstFew(group, FEW, ({ name, type }) => `${quote(name)} ${type}`);
      const indirect = group.filter(({ through }) => through !== undefined).length;
      const how = indirect > 0 ? ` (${indirect.toLocaleString("en-GB")} through aliases)` : "";
      return `${who} ${group.length === 1 ? "leads" : "lead"} to ${quote(of)}${how}`;
    });
  return isComplete(zones)
    ? sentences
    : ["this list is not complete: there are too many records to look at or to name them all", ...sentences];
}

/** "12 records lead to 3 names"; up to 1,000 of a zone's are known. */
export function affectedInWords(zones: readonly ZonePlan[]): string {
  const all = allDependants(zones);
  const records = new Set(all.map(({ name, type, view }) => `${name} ${type} ${view}`)).size;
  const atLeast = isComplete(zones) ? "" : "at least ";
  const names = new Set(all.map(({ of }) => of)).size;
  return `${atLeast}${quantity(records, "record")} ${records === 1 ? "leads" : "lead"} to ${quantity(names, "name")}`;
}

function allDependants(zones: readonly ZonePlan[]): Dependant[] {
  return zones.flatMap(({ dependants }) => dependants);
}

function isComplete(zones: readonly ZonePlan[]): boolean {
  return zones.every(({ dependantsComplete }) => dependantsComplete);
}

/** One sentence for each length of time, longest first. */
export function cachedSentences(exposure: readonly Exposure[], quote: Quote): string[] {
  const groups = Map.groupBy(exposure, ({ why, seconds }) => `${why} ${seconds}`);
  return [...groups.values()]
    .sort(([a], [b]) => b!.seconds - a!.seconds)
    .map((group) => {
      const { seconds, why } = group[0]!;
      const what = firstFew(group, FEW, ({ owner, type }) => `${quote(owner)} ${type}`);
      return why === "old answer cached"
        ? `up to ${formatDuration(seconds)} for the old answer to ${what}`
        : `up to ${formatDuration(seconds)} for “there is no such record” to ${what}, where somebody asked before`;
    });
}
