import { type Name, nameKey } from "../../dns/index.ts";
import { rrsetChanges } from "../change.ts";
import type { LintZone } from "../zone.ts";

/** Whether the change takes a name out of a zone. */
export function isRemoved({ zone, before, incomplete }: LintZone, name: Name): boolean {
  if (!before || before.zone === zone || incomplete) return false;
  return before.zone.exists(name) && !zone.exists(name);
}

/**
 * Names of a zone that got another name: each that went whole, with the one that came whole with the same RRsets (types,
 * TTLs and data). Two with the same records are no rename.
 */
export function renamesIn({ zone, before }: LintZone): ReadonlyMap<Name, Name> {
  if (!before) return new Map();
  const sides = { gone: new Map<Name, string>(), come: new Map<Name, string>() };
  for (const { owner, type, before: was, after } of rrsetChanges(before.zone, zone)) {
    const value = was ?? after!;
    const [side, other] = was ? [sides.gone, zone] : [sides.come, before.zone];
    if ((was && after) || other.exists(owner)) continue;
    const data = value.canonical.map((octets) => Buffer.from(octets).toString("base64"));
    side.set(owner, `${side.get(owner) ?? ""}${type} ${value.ttl} ${data.join(" ")};`);
  }
  const [gone, come] = [namesBy(sides.gone), namesBy(sides.come)];
  return new Map(
    [...gone].flatMap(([records, from]): [Name, Name][] => {
      const to = come.get(records);
      return from.length === 1 && to?.length === 1 ? [[nameKey(from[0]!), to[0]!]] : [];
    }),
  );
}

function namesBy(records: ReadonlyMap<Name, string>): ReadonlyMap<string, readonly Name[]> {
  return Map.groupBy(records.keys(), (name) => records.get(name)!);
}
