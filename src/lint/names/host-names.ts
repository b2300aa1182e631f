import { type Name, nameFromWire, type RRType, TYPE } from "../../dns/index.ts";
import type { Token } from "../../zonefile/index.ts";
import { targetPlaces } from "../references.ts";
import { treeOf } from "../reverse/index.ts";
import type { RuleContext } from "../rule.ts";
import { endOfName, isAsterisk } from "../tree/index.ts";
import type { LintZone } from "../zone.ts";

const hyphen = 0x2d;

/** 1 for letters, digits and the hyphen: what host names are made of (RFC 952, RFC 1123 §2.1). */
const hostOctets = Uint8Array.from({ length: 256 }, (_, octet) =>
  /[A-Za-z0-9-]/.test(String.fromCharCode(octet)) ? 1 : 0,
);

/** Types whose owner is a host, or a domain that mail goes to. */
export const hostOwnerTypes = [TYPE.A, TYPE.AAAA, TYPE.MX] as const;

/** Where the data of a type names a host. A mailbox is a local part, which may be anything, and a host. */
interface Place {
  readonly type: RRType;
  /** Octets before the first name of the data, and which of its names is meant. */
  readonly offset: number;
  readonly nth: 0 | 1;
  /** Which token of the data it is. */
  readonly token: number;
  readonly mailbox: boolean;
}

const hostPlace = (type: RRType): Place => ({ type, nth: 0, mailbox: false, ...targetPlaces.get(type)! });
const namePlace = (type: RRType, nth: 0 | 1, mailbox: boolean): Place => ({
  type,
  offset: 0,
  nth,
  token: nth,
  mailbox,
});

const places: readonly Place[] = [
  ...[TYPE.NS, TYPE.MX, TYPE.SRV, TYPE.AFSDB, TYPE.RT].map(hostPlace),
  namePlace(TYPE.SOA, 0, false),
  namePlace(TYPE.SOA, 1, true),
  namePlace(TYPE.RP, 0, true),
  namePlace(TYPE.MINFO, 0, true),
  namePlace(TYPE.MINFO, 1, true),
];
const pointerPlace = hostPlace(TYPE.PTR);

/** Types whose owner or data has to be the name of a host. */
export const hostNameTypes: readonly RRType[] = [
  ...new Set([...hostOwnerTypes, ...places.map(({ type }) => type), TYPE.PTR]),
];

/** What is wrong with a label of a host name. */
export type HostFault =
  /** A character that is no letter, digit or hyphen. */
  | "character"
  /** A hyphen at its start or end. */
  | "edge";

/** A name that has to be that of a host. */
export interface HostName {
  readonly row: number;
  readonly as: "owner" | "target" | "mailbox";
  readonly name: Name;
  /** As written; undefined where it is not written as a name (RFC 3597 form), or the text is not at hand. */
  readonly token: Token | undefined;
}

/**
 * The names that have to be those of hosts and have a label with a fault, by what it is: each owner once, the zone's own
 * name aside, and every one in data; what PTR records point at in reverse zones only, as service discovery has others
 * elsewhere. Looked for once, for all rules.
 */
export function hostNamesWith({ once }: Pick<RuleContext, "once">, fault: HostFault): readonly HostName[] {
  return once(faultyHostNames)[fault];
}

function faultyHostNames({
  zone: lintZone,
  rowsOf,
}: Pick<RuleContext, "zone" | "rowsOf">): Readonly<Record<HostFault, readonly HostName[]>> {
  const { zone } = lintZone;
  const { owner, names, rdata, rdataStart } = zone.columns;
  const found: Record<HostFault, HostName[]> = { character: [], edge: [] };
  const note = (faults: number, name: () => HostName) => {
    if ((faults & CHARACTER) !== 0) found.character.push(name());
    if ((faults & EDGE) !== 0) found.edge.push(name());
  };
  const seen = new Uint8Array(names.key.length);
  for (const type of hostOwnerTypes) {
    for (const row of rowsOf(type)) {
      const id = owner[row]!;
      const key = names.key[id]!;
      if (seen[key] === 1) continue;
      seen[key] = 1;
      const start = names.start[id]!;
      const at = isAsterisk(names.octets, start) ? start + 2 : start;
      const faults = faultsOf(names.octets, at, names.start[id + 1]! - zone.apexWire.length);
      if (faults !== 0)
        note(faults, () => ({
          row,
          as: "owner",
          name: zone.owner(row),
          token: lintZone.tokens(row)?.owner,
        }));
    }
  }
  for (const place of treeOf(lintZone.name) ? [...places, pointerPlace] : places) {
    for (const row of rowsOf(place.type)) {
      const first = rdataStart[row]! + place.offset;
      const from = place.nth === 0 ? first : endOfName(rdata, first);
      const host = place.mailbox && rdata[from] !== 0 ? from + rdata[from]! + 1 : from;
      const faults = faultsOf(rdata, host, rdataStart[row + 1]!);
      if (faults !== 0) note(faults, () => inData(lintZone, row, place, from));
    }
  }
  return found;
}

function inData(lintZone: LintZone, row: number, { token, mailbox }: Place, from: number): HostName {
  const { name } = nameFromWire(lintZone.zone.columns.rdata, from);
  const written = lintZone.tokens(row)?.rdata;
  return {
    row,
    as: mailbox ? "mailbox" : "target",
    name,
    token: written?.[0]?.text === "\\#" ? undefined : written?.[token],
  };
}

const CHARACTER = 1;
const EDGE = 2;

/** The faults of the labels of the name at `from`, added up; it ends at the root's label, or at `end` before that. */
function faultsOf(octets: Uint8Array, from: number, end: number): number {
  let faults = 0;
  for (let at = from; at < end && octets[at] !== 0; ) {
    const next = at + octets[at]! + 1;
    if (octets[at + 1] === hyphen || octets[next - 1] === hyphen) faults |= EDGE;
    for (let i = at + 1; i < next; i += 1) if (hostOctets[octets[i]!] === 0) faults |= CHARACTER;
    at = next;
  }
  return faults;
}
