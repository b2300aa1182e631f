import { type Name, parseName, type Zone } from "../dns/index.ts";
import { subjectOf } from "./diff.ts";
import type { Change, Rename } from "./plan.ts";

/**
 * Names that went whole and whose RRsets (types, TTLs and data) all came under one name that was not there. Paired only
 * where it can be no other: two names with the same records that go, or that come, are no rename.
 */
export function findRenames(
  changes: readonly Change[],
  before: Zone | undefined,
  after: Zone | undefined,
): Rename[] {
  if (!before || !after) return [];
  const gone = bySignature(wholeNames(changes, "remove", after));
  if (gone.size === 0) return [];
  const come = bySignature(wholeNames(changes, "add", before));
  const renames: Rename[] = [];
  for (const [signature, names] of gone) {
    const from = names.length === 1 ? names[0] : undefined;
    const others = come.get(signature) ?? [];
    const to = others.length === 1 ? others[0] : undefined;
    if (from === undefined || to === undefined) continue;
    const values = from.changes.map(subjectOf);
    renames.push({
      from: from.owner,
      to: to.owner,
      types: values.map(({ type }) => type),
      records: values.reduce((sum, { rdata }) => sum + rdata.length, 0),
    });
  }
  return renames;
}

interface WholeName {
  readonly owner: string;
  readonly changes: readonly Change[];
}

/** Owners all of whose changes are `op`, and which own nothing in the other zone. */
function wholeNames(changes: readonly Change[], op: "add" | "remove", other: Zone): WholeName[] {
  const byOwner = Map.groupBy(changes, (change) => subjectOf(change).owner);
  return [...byOwner]
    .filter(([, own]) => own.every((change) => change.op === op))
    .filter(([owner]) => other.rows(parseName(owner) as Name).length === 0)
    .map(([owner, own]) => ({ owner, changes: own }));
}

/** Types come in ascending order and data in canonical order, so that equal records give equal text. */
function bySignature(names: readonly WholeName[]): Map<string, WholeName[]> {
  return Map.groupBy(names, ({ changes }) =>
    JSON.stringify(
      changes.map((change) => {
        const { type, ttl, rdata } = subjectOf(change);
        return [type, ttl, rdata];
      }),
    ),
  );
}
