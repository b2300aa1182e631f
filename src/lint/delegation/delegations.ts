import { isAtOrBelow, labelsOf, type Name, nameKey, parentOf, TYPE, type Zone } from "../../dns/index.ts";
import type { RuleContext } from "../rule.ts";
import type { LintZone } from "../zone.ts";
import { type NameserverSet, nameserverSets } from "./nameservers.ts";

/** A delegation of the zone under judgement to another zone of the repository. */
export interface KnownDelegation {
  readonly nameservers: NameserverSet;
  readonly child: LintZone;
}

/** The delegations whose zone is in the repository and was read to its end. */
export function knownDelegations(context: RuleContext): readonly KnownDelegation[] {
  const { zone, world } = context;
  if (world.decidesAlone(zone) || zone.incomplete) return [];
  return nameserverSets(context).flatMap((nameservers) => {
    const child = nameservers.isApex ? undefined : childAt(context, nameservers.owner);
    return child && child.incomplete !== true ? [{ nameservers, child }] : [];
  });
}

/** The zone of the repository with this name, which is below the zone under judgement. */
export function childAt({ zone, world }: RuleContext, name: Name): LintZone | undefined {
  const child = world.zoneOf(name, zone.view);
  return child !== zone && child && nameKey(child.name) === nameKey(name) ? child : undefined;
}

/** The repository's zone directly above the one under judgement, if it was read to its end. */
export function parentZone({ zone, world }: RuleContext): LintZone | undefined {
  const above = parentOf(zone.name);
  const parent = above && world.zoneOf(above, zone.view);
  return parent?.incomplete ? undefined : parent;
}

/** The highest delegation of a zone at or above a name; undefined where the name is outside the zone or its own. */
export function cutAbove(zone: Zone, name: Name): Name | undefined {
  if (!isAtOrBelow(name, zone.apex)) return undefined;
  const labels = labelsOf(nameKey(name));
  for (let depth = labels.length - labelsOf(zone.apex).length - 1; depth >= 0; depth -= 1) {
    const at = `${labels.slice(depth).join(".")}.` as Name;
    if (zone.rows(at, TYPE.NS).length > 0) return at;
  }
  return undefined;
}
