import { isAtOrBelow, lookup, parseName, typeCode, type Zone } from "../dns/index.ts";
import { subjectOf } from "./diff.ts";
import type { Change, Exposure } from "./plan.ts";

/**
 * How long resolvers may keep giving what `before` answered. An RRset that goes or changes lives on for its old TTL.
 * For one that comes, `before` is asked what it said until now: a wildcard's or alias's answer for its TTL, or that
 * there is nothing, for the lesser of the SOA's TTL and MINIMUM (RFC 2308 §5). A new zone was never asked.
 */
export function exposureOf(changes: readonly Change[], before: Zone | undefined): Exposure[] {
  if (!before) return [];
  return changes
    .map((change) => exposureOfChange(change, before))
    .filter((exposure) => exposure !== undefined)
    .filter((exposure) => exposure.seconds > 0);
}

function exposureOfChange(change: Change, before: Zone): Exposure | undefined {
  const { owner, type } = subjectOf(change);
  if (change.op !== "add") return { owner, type, seconds: change.before.ttl, why: "old answer cached" };
  const name = parseName(owner);
  if (!isAtOrBelow(name, before.apex)) return undefined;
  const result = lookup(before, name, typeCode(type)!);
  if (result.answer.length > 0) {
    const seconds = Math.max(...result.answer.map((rrset) => rrset.ttl));
    return { owner, type, seconds, why: "old answer cached" };
  }
  const seconds = negativeTtl(before);
  if (seconds === undefined || result.kind === "referral") return undefined;
  return { owner, type, seconds, why: "absence cached" };
}

function negativeTtl(zone: Zone): number | undefined {
  const soa = zone.soa();
  return soa && Math.min(zone.ttl(soa.row), soa.minimum);
}
