import { nameFromWire, TYPE, type Zone } from "../../dns/index.ts";
import { bitmapFault } from "./bitmap.ts";
import type { ChainFault } from "./chain-fault.ts";
import type { HashedName } from "./hashed-names.ts";
import {
  base32hexOf,
  type HashParameters,
  hashOf,
  isSameHash,
  type Nsec3,
  OPT_OUT,
  readNsec3,
} from "./nsec3.ts";

/** The NSEC3 records of a zone that can be read, and the rows of those that cannot. */
export interface Nsec3Records {
  readonly read: readonly Nsec3[];
  readonly unread: readonly number[];
}

export function nsec3Records(zone: Zone, rows: readonly number[]): Nsec3Records {
  const read: Nsec3[] = [];
  const unread: number[] = [];
  for (const row of rows) {
    const record = readNsec3(zone, row);
    if (record) read.push(record);
    else unread.push(row);
  }
  return { read, unread };
}

/**
 * What is wrong with one NSEC3 chain of a zone (RFC 5155 §7.1): every name, empty non-terminals too, has one record at
 * its hash with the types it has, and each record names the next hash; with opt-out, delegations without DS may lack
 * theirs.
 */
export function* nsec3Faults(
  zone: Zone,
  parameters: HashParameters,
  records: readonly Nsec3[],
  names: readonly HashedName[],
): Iterable<ChainFault> {
  const chain = records
    .filter((record) => isSameHash(record, parameters))
    .sort((a, b) => order(a.hash, b.hash) || a.row - b.row);
  const known = new Map<string, Nsec3>();
  for (const record of chain) {
    if (known.has(record.hash)) {
      const message = `${zone.owner(record.row)} has a second NSEC3 record of one chain, and there may be one: sign the zone again`;
      yield { row: record.row, message };
    } else known.set(record.hash, record);
  }
  const links = [...known.values()];
  yield* linkFaults(zone, links);
  for (const name of names) {
    const hash = hashOf(name.name, parameters);
    const record = known.get(hash);
    known.delete(hash);
    const fault = record ? typeFault(zone, record, name) : absenceFault(zone, hash, links, name);
    if (fault) yield fault;
  }
  for (const { row } of known.values()) {
    const message = `no name of ${zone.apex} has the hash that is the owner of this NSEC3 record: it denies nothing that is asked for, and the record before it points at it; sign the zone again`;
    yield { row, message };
  }
}

function* linkFaults(zone: Zone, links: readonly Nsec3[]): Iterable<ChainFault> {
  for (const [at, record] of links.entries()) {
    const next = links[(at + 1) % links.length]!;
    if (record.next === next.hash) continue;
    const message = `the NSEC3 record of ${zone.owner(record.row)} says that the next hash is ${base32hexOf(record.next)}, and it is ${base32hexOf(next.hash)}: resolvers that validate take what lies between for proven absent, or cannot prove it absent; sign the zone again`;
    yield { row: record.row, field: 4, message };
  }
}

function typeFault(zone: Zone, record: Nsec3, { name, types }: HashedName): ChainFault | undefined {
  const fault = bitmapFault(record.bitmap, types);
  if (fault === undefined) return undefined;
  const message = `the NSEC3 record of ${nameFromWire(name).name} (${zone.owner(record.row)}) ${fault.text}: resolvers that validate go by it; sign the zone again`;
  return { row: record.row, word: fault.word, message };
}

function absenceFault(
  zone: Zone,
  hash: string,
  links: readonly Nsec3[],
  { name, row, optional }: HashedName,
): ChainFault | undefined {
  if (optional && ((covering(hash, links)?.flags ?? 0) & OPT_OUT) !== 0) return undefined;
  const text = nameFromWire(name).name;
  const what = row === undefined ? `${text}, which has only names below it,` : text;
  const message = `${what} has no NSEC3 record (its hash is ${base32hexOf(hash)}): the chain proves that it does not exist; sign the zone again`;
  return { row: row ?? zone.rowsWire(zone.apexWire, 0, TYPE.NSEC3PARAM)[0], message };
}

/** The record whose span has the hash in it: the last before it, or the last of all. */
function covering(hash: string, links: readonly Nsec3[]): Nsec3 | undefined {
  let [low, high] = [0, links.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(links[middle]!.hash, hash) < 0) low = middle + 1;
    else high = middle;
  }
  return links[low - 1] ?? links.at(-1);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
