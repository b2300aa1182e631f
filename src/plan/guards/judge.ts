import { countRecords } from "../counts.ts";
import { subjectOf } from "../diff.ts";
import type { Change, Plan, RecordCounts, ZonePlan } from "../plan.ts";
import { riskClasses } from "../risk/index.ts";
import { percent, shareOf } from "../share.ts";
import { quantity } from "../words.ts";
import { ALL_RECORDS, type GuardSettings, type Limit } from "./settings.ts";

/** A guard whose limits a plan goes over: why, in words, and how many approvals it wants then (undefined: one more). */
export interface TrippedGuard {
  readonly guard: string;
  readonly why: string;
  readonly approvals: number | undefined;
}

/** Operations with the words for them. */
const operations = [
  ["removed", "would be removed"],
  ["changed", "would be changed"],
  ["added", "would be added"],
] as const satisfies readonly (readonly [keyof RecordCounts, string])[];

/** Which guards a plan trips, each once for each kind of operation, with its worst reason. */
export function judgeGuards(plan: Plan, guards: GuardSettings): TrippedGuard[] {
  return Object.entries(guards).flatMap(([guard, { approvals, ...limits }]) => {
    const guarded = plan.zones
      .map((zone) => ({ zone, counts: countRecords(changesUnder(guard, zone)) }))
      .filter(({ counts }) => counts.added + counts.changed + counts.removed > 0);
    return operations.flatMap(([operation, words]): TrippedGuard[] => {
      const limit = limits[operation];
      const why = limit && goesOver(guard, guarded, { operation, words }, limit);
      return why === undefined ? [] : [{ guard, why, approvals }];
    });
  });
}

interface Guarded {
  readonly zone: ZonePlan;
  readonly counts: RecordCounts;
}

function goesOver(
  guard: string,
  guarded: readonly Guarded[],
  { operation, words }: { readonly operation: keyof RecordCounts; readonly words: string },
  { count, share }: Limit,
): string | undefined {
  const touched = guarded.filter(({ counts }) => counts[operation] > 0);
  const what = guard === ALL_RECORDS ? "" : `${titleOf(guard)}: `;
  if (share !== undefined) {
    const shares = touched.map(({ zone, counts }) => ({
      zone,
      share: shareOf(counts[operation], zone.size) ?? 0,
    }));
    const over = shares.filter((one) => one.share > share).sort((a, b) => b.share - a.share);
    if (over.length > 0) {
      const more = over.length > 1 ? `, and too much of ${quantity(over.length - 1, "more zone")}` : "";
      return `${what}${percent(over[0]!.share)} of ${named(over[0]!.zone)} ${words} (limit ${share} %)${more}`;
    }
  }
  const total = touched.reduce((sum, { counts }) => sum + counts[operation], 0);
  if (count === undefined || total <= count) return undefined;
  const where = touched.length === 1 ? named(touched[0]!.zone) : quantity(touched.length, "zone");
  const limit = count === 0 ? "" : ` (limit ${count.toLocaleString("en-GB")})`;
  return `${what}${quantity(total, "record")} of ${where} ${words}${limit}`;
}

/** All of a zone's changes, or those of a class of risk; what is said of a zone is said of all its changes. */
function changesUnder(guard: string, zone: ZonePlan): readonly Change[] {
  if (guard === ALL_RECORDS) return zone.state === "changed" ? zone.changes : [];
  const risks = zone.risks.filter((risk) => risk.class === guard);
  if (risks.some(({ owner }) => owner === undefined)) return zone.changes;
  const subjects = new Set(risks.map(({ owner, type }) => `${owner} ${type}`));
  return zone.changes.filter((change) => {
    const { owner, type } = subjectOf(change);
    return subjects.has(`${owner} ${type}`);
  });
}

function titleOf(guard: string): string {
  return riskClasses.find(({ id }) => id === guard)?.title ?? guard;
}

function named({ zone, view }: ZonePlan): string {
  return view === "default" ? zone : `${zone} (view ${view})`;
}
