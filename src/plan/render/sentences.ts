import { formatDuration } from "../../dns/index.ts";
import type { Dependant, Exposure, Plan, RecordCounts, ZonePlan } from "../plan.ts";
import { firstFew, quantity } from "../words.ts";

/** How a piece of outside text (a name) is set in the format at hand. */
export type Quote = (text: string) => string;

const FEW = 5;

/** "2 zones change: 3 records added, 1 changed, 0 removed". */
export function headline(plan: Plan): string {
  if (plan.empty) return "No record changes.";
  const total = plan.zones.reduce(
    (sum, { counts }) => ({
      added: sum.added + counts.added,
      changed: sum.changed + counts.changed,
      removed: sum.removed + counts.removed,
    }),
    { added: 0, changed: 0, removed: 0 },
  );
  const zones = plan.zones.length;
  return `${quantity(zones, "zone")} ${zones === 1 ? "changes" : "change"}: ${countsInWords(total)}`;
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

/** One sentence for each name that others lead to, most affected first. */
export function affectedSentences(dependants: readonly Dependant[], quote: Quote): string[] {
  const groups = new Map<string, Dependant[]>();
  for (const dependant of dependants)
    groups.set(dependant.of, [...(groups.get(dependant.of) ?? []), dependant]);
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([of, group]) => {
      const who = group.map(({ name, type }) => `${quote(name)} ${type}`);
      return `${firstFew(who, FEW)} ${group.length === 1 ? "leads" : "lead"} to ${quote(of)}`;
    });
}

/** One sentence for each length of time, longest first. */
export function cachedSentences(exposure: readonly Exposure[], quote: Quote): string[] {
  const groups = new Map<string, Exposure[]>();
  for (const item of exposure) {
    const key = `${item.why} ${item.seconds}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()]
    .sort(([a], [b]) => b!.seconds - a!.seconds)
    .map((group) => {
      const { seconds, why } = group[0]!;
      const what = firstFew(
        group.map(({ owner, type }) => `${quote(owner)} ${type}`),
        FEW,
      );
      return why === "old answer cached"
        ? `up to ${formatDuration(seconds)} for the old answer to ${what}`
        : `up to ${formatDuration(seconds)} for “there is no such record” to ${what}, where somebody asked before`;
    });
}
