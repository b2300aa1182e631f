import { isWildcard, type Name, nameFromWire, TYPE } from "../../dns/index.ts";
import { Cuts } from "../tree/index.ts";
import { resolve, type World } from "../world.ts";
import type { LintZone } from "../zone.ts";
import { CoveredAddresses } from "./covered.ts";
import { addressText, ipv4Tree, ipv6Tree, reverseName, reverseWire } from "./owner.ts";

/** An address whose reverse zone is in the repository and has no PTR record for it. */
export interface MissingPointer {
  /** The first A or AAAA record of the zone with this address. */
  readonly row: number;
  readonly address: string;
  readonly reverse: LintZone;
  /** Where the record belongs: the name of the address, or what that is an alias of (RFC 2317); it is in `reverse`. */
  readonly owner: Name;
}

/**
 * The addresses in a zone that lack a PTR record in a reverse zone of the repository. Those of wildcards and of glue are
 * left out, and those for whose names the repository cannot tell.
 *
 * @param rows the zone's A and AAAA records, in lists
 */
export function missingPointers(
  host: LintZone,
  world: World,
  rows: readonly (readonly number[])[],
): MissingPointer[] {
  if ([ipv4Tree, ipv6Tree].every((tree) => world.zonesBelow(tree, host.view).length === 0)) return [];
  const covered = new CoveredAddresses(world, host.view);
  const missing = new Map<Name, MissingPointer>();
  const cuts = new Cuts(host.zone);
  for (const row of rows.flat()) {
    const address = host.zone.rdata(row);
    const reverse = covered.zoneFor(address);
    if (!reverse || cuts.depthBelow(row) !== undefined) continue;
    if (reverse.zone.hasWire(reverseWire(address), 0, TYPE.PTR) || isWildcard(host.zone.owner(row))) continue;
    const asked = reverseName(address);
    if (missing.has(asked) || !isUnanswered(world, host.view, asked)) continue;
    const owner = aliasOf(world, host.view, asked) ?? asked;
    const into = world.zoneOf(owner, host.view)!;
    missing.set(asked, { row, address: addressText(address), reverse: into, owner });
  }
  return [...missing.values()];
}

function isUnanswered(world: World, view: string, name: Name): boolean {
  return resolve(world, view, name, TYPE.PTR)?.rows.length === 0;
}

/** What the name of an address is an alias of, in a zone of the repository. */
function aliasOf(world: World, view: string, name: Name): Name | undefined {
  const alias = resolve(world, view, name, TYPE.CNAME)?.rdata[0];
  const target = alias && nameFromWire(alias).name;
  return target && world.zoneOf(target, view) && target;
}
