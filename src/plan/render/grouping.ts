import { subjectOf } from "../diff.ts";
import type { Change, Plan, Rename, Risk, RiskLevel, ZonePlan } from "../plan.ts";
import { riskLevels } from "../risk/index.ts";

/** What is shown as one thing: what happens to an RRset, or a name that only got another name. */
export type Item =
  | { readonly kind: "change"; readonly change: Change }
  | { readonly kind: "rename"; readonly rename: Rename; readonly records: readonly Change[] };

export interface ZoneItems {
  readonly zone: ZonePlan;
  readonly items: readonly Item[];
}

export interface ZoneRisk extends Risk {
  readonly zone: ZonePlan;
}

/** The changes of one level of risk over all zones. Without a level: nobody has to look twice. */
export interface Group {
  readonly level: RiskLevel | undefined;
  readonly risks: readonly ZoneRisk[];
  readonly zones: readonly ZoneItems[];
}

/** A plan's changes by risk, the highest first; each is in one group, each risk in that of its level. */
export function groupByRisk(plan: Plan): Group[] {
  const levelled = plan.zones.map((zone) => ({ zone, items: itemsByLevel(zone) }));
  return [...riskLevels, undefined]
    .map((level) => ({
      level,
      risks: plan.zones.flatMap((zone) =>
        zone.risks.filter((risk) => risk.level === level).map((risk) => ({ ...risk, zone })),
      ),
      zones: levelled.flatMap(({ zone, items }) => {
        const here = items.get(level);
        return here ? [{ zone, items: here }] : [];
      }),
    }))
    .filter(({ risks, zones }) => risks.length + zones.length > 0);
}

function itemsByLevel(zone: ZonePlan): Map<RiskLevel | undefined, Item[]> {
  const levels = subjectLevels(zone);
  const whole = levels.get("");
  // What is said of a zone that stays is that much of it goes or changes: what it gains is another matter.
  const isMeant = ({ op }: Change) => zone.state !== "changed" || op !== "add";
  const levelOf = (change: Change) =>
    highest([levels.get(keyOf(change)), isMeant(change) ? whole : undefined]);
  return Map.groupBy(itemsOf(zone), (item) =>
    item.kind === "change" ? levelOf(item.change) : highest(item.records.map(levelOf)),
  );
}

/** The highest level of each RRset, and under "" of the zone itself. */
function subjectLevels({ risks }: ZonePlan): Map<string, RiskLevel> {
  const levels = new Map<string, RiskLevel>();
  for (const { owner, type, level } of risks) {
    const key = owner === undefined ? "" : `${owner} ${type}`;
    levels.set(key, highest([levels.get(key), level])!);
  }
  return levels;
}

function highest(levels: readonly (RiskLevel | undefined)[]): RiskLevel | undefined {
  return riskLevels.find((level) => levels.includes(level));
}

/** The changes in their order; the two sides of a rename together, where the first of them stands. */
function itemsOf({ changes, renames }: ZonePlan): Item[] {
  const renamed = new Map(
    renames.flatMap((rename) => [[rename.from, rename] as const, [rename.to, rename] as const]),
  );
  if (renamed.size === 0) return changes.map((change) => ({ kind: "change", change }));
  const sides = Map.groupBy(changes, (change) => renamed.get(subjectOf(change).owner));
  const told = new Set<Rename>();
  return changes.flatMap((change): Item[] => {
    const rename = renamed.get(subjectOf(change).owner);
    if (rename === undefined) return [{ kind: "change", change }];
    if (told.has(rename)) return [];
    told.add(rename);
    return [{ kind: "rename", rename, records: sides.get(rename)! }];
  });
}

function keyOf(change: Change): string {
  const { owner, type } = subjectOf(change);
  return `${owner} ${type}`;
}
