import type { Name } from "../dns/index.ts";
import { countRecords } from "./counts.ts";
import { type Dependants, enclosing, Pointers } from "./dependants.ts";
import { diffZones } from "./diff.ts";
import { digestOf } from "./digest.ts";
import { exposureOf } from "./exposure.ts";
import type { Change, PathChange, Plan, PlannedZone, ZonePlan } from "./plan.ts";
import { findRenames } from "./renames.ts";
import { classify, namePattern } from "./risk/index.ts";
import { fileChanges, type PlannedFiles } from "./source/index.ts";

export interface PlanOptions {
  /** Patterns of names to look at twice: see namePattern. */
  readonly critical?: readonly string[];
  /** The files that the zones come from, for what is said of edits. */
  readonly files?: PlannedFiles;
  /** Configuration files that change, by path. */
  readonly paths?: readonly PathChange[];
}

/** Names to look at twice where nobody says which: the zone itself, and what people type. */
export const defaultCritical: readonly string[] = ["@", "www"];

interface ZonePair {
  readonly before: PlannedZone | undefined;
  readonly after: PlannedZone | undefined;
}

/**
 * What turns the zones `before` into the zones `after`. A zone is the same where name and view are; one that is the same
 * object on both sides is not looked into, except for what leads from it to names that change.
 */
export function planZones(
  before: readonly PlannedZone[],
  after: readonly PlannedZone[],
  { critical = defaultCritical, files, paths = [] }: PlanOptions = {},
): Plan {
  const around = surroundings(before, after, critical);
  const pairs = pairZones(before, after).map((pair) => ({ ...pair, plan: planZone(pair, around) }));
  const zones = pairs.flatMap(({ plan }) => (plan ? [plan] : []));
  return {
    zones,
    files: files ? fileChanges(pairs.flatMap(stays), files) : [],
    paths,
    digest: digestOf(zones, paths),
    empty: zones.length + paths.length === 0,
  };
}

function stays({ before, after, plan }: ZonePair & { readonly plan: ZonePlan | undefined }) {
  return before && after ? [{ before, after, plan }] : [];
}

function pairZones(before: readonly PlannedZone[], after: readonly PlannedZone[]): ZonePair[] {
  const old = byNameAndView(before);
  const now = byNameAndView(after);
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.map((key) => ({ before: old.get(key), after: now.get(key) }));
}

function byNameAndView(zones: readonly PlannedZone[]): Map<string, PlannedZone> {
  return new Map(zones.map((zone) => [`${zone.zone.apex} ${zone.view}`, zone]));
}

/** What a zone's plan takes from the other zones. */
interface Surroundings {
  dependantsOf(changes: readonly Change[], view: string): Dependants;
  isOurs(name: Name): boolean;
  isCritical(name: Name, apex: Name): boolean;
}

function surroundings(
  before: readonly PlannedZone[],
  after: readonly PlannedZone[],
  critical: readonly string[],
): Surroundings {
  const apexes = new Set([...before, ...after].map(({ zone }) => zone.apex));
  const patterns = critical.map(namePattern);
  let pointers: Pointers | undefined;
  return {
    dependantsOf(changes, view) {
      if (!changes.some(({ op }) => op !== "add")) return { dependants: [], complete: true };
      pointers ??= new Pointers(after);
      return pointers.dependantsOf(changes, view);
    },
    isOurs: (name) => enclosing(apexes, name),
    isCritical: (name, apex) => patterns.some((matches) => matches(name, apex)),
  };
}

function planZone({ before, after }: ZonePair, around: Surroundings): ZonePlan | undefined {
  const known = (after ?? before)!;
  const changes = diffZones(before?.zone, after?.zone, known.serial);
  if (changes.length === 0) return undefined;
  const { apex } = known.zone;
  const counts = countRecords(changes);
  const { dependants, complete } = around.dependantsOf(changes, known.view);
  return {
    zone: apex,
    view: known.view,
    state: !before ? "new" : !after ? "removed" : "changed",
    changes,
    counts,
    size: before?.zone.size ?? 0,
    renames: findRenames(changes, before?.zone, after?.zone),
    risks: classify({
      before,
      after,
      apex,
      changes,
      counts,
      dependants: Map.groupBy(dependants, ({ of }) => of),
      dependantsComplete: complete,
      isOurs: around.isOurs,
      isCritical: (owner) => around.isCritical(owner, apex),
    }),
    dependants,
    dependantsComplete: complete,
    exposure: exposureOf(changes, before?.zone),
  };
}
