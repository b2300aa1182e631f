import { Zone, type ZoneColumns } from "../../dns/index.ts";
import type { ParseResult } from "../../zonefile/index.ts";

/** Parsed zones, with all their columns in one piece of memory that every thread can read without a copy. */
export interface PackedZones {
  readonly memory: SharedArrayBuffer;
  /** Six numbers a zone: records, names, slots, octets of names, octets of RDATA, seed. */
  readonly sizes: Uint32Array;
  readonly rest: readonly Omit<PackedZone, "columns">[];
}

/** What of a zone is not columns. */
interface PackedZone extends Omit<ParseResult, "zone"> {
  readonly apex: ZoneColumns["apex"];
  readonly columnFiles: readonly string[];
}

const SIZES = 6;

/** Copies the columns of zones together. */
export function packZones(parsed: readonly ParseResult[]): PackedZones {
  const all = parsed.map(({ zone }) => zone.columns);
  const sizes = Uint32Array.from(all.flatMap(sizesOf));
  let octets = 0;
  for (let at = 0; at < sizes.length; at += SIZES) octets += lengthOf(sizes.subarray(at, at + SIZES));
  const memory = new SharedArrayBuffer(octets);
  const into = new Uint8Array(memory);
  let end = 0;
  for (const columns of all) {
    for (const column of inOrder(columns)) {
      into.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), end);
      end += column.byteLength;
    }
    end = aligned(end);
  }
  const rest = parsed.map(({ zone, diagnostics, files, missing }) => ({
    apex: zone.apex,
    columnFiles: zone.columns.files,
    diagnostics,
    files,
    missing,
  }));
  return { memory, sizes, rest };
}

/** The zones again, in the same order, as views of the memory they were packed into. */
export function unpackZones({ memory, sizes, rest }: PackedZones): ParseResult[] {
  let start = 0;
  return rest.map(({ apex, columnFiles, diagnostics, files, missing }, index) => {
    const ofZone = sizes.subarray(index * SIZES, (index + 1) * SIZES);
    const columns = columnsAt(memory, start, ofZone, { apex, files: columnFiles });
    start += lengthOf(ofZone);
    return { zone: new Zone(columns), diagnostics, files, missing };
  });
}

function sizesOf({ owner, names, rdata }: ZoneColumns): number[] {
  const { key, slots, octets, seed } = names;
  return [owner.length, key.length, slots.length, octets.length, rdata.length, seed];
}

/** The widest numbers first, so that none stands where it could not be read. */
function inOrder({ owner, type, ttl, rdata, rdataStart, place, names }: ZoneColumns) {
  const { file, line, offset } = place;
  const { start, key, slots, octets } = names;
  return [owner, ttl, rdataStart, file, line, offset, start, key, slots, type, octets, rdata] as const;
}

function columnsAt(
  memory: SharedArrayBuffer,
  from: number,
  sizes: Uint32Array,
  { apex, files }: Pick<ZoneColumns, "apex" | "files">,
): ZoneColumns {
  const [records = 0, names = 0, slots = 0, nameOctets = 0, rdataOctets = 0, seed = 0] = sizes;
  let end = from;
  const takeOctets = (length: number) => {
    end += length;
    return end - length;
  };
  const words = (length: number) => new Uint32Array(memory, takeOctets(4 * length), length);
  const octets = (length: number) => new Uint8Array(memory, takeOctets(length), length);
  const owner = words(records);
  const ttl = words(records);
  const rdataStart = words(records + 1);
  const place = { file: words(records), line: words(records), offset: words(records) };
  const [start, key, table] = [words(names + 1), words(names), words(slots)];
  const type = new Uint16Array(memory, takeOctets(2 * records), records);
  const ofNames = { start, key, slots: table, octets: octets(nameOctets), seed };
  return { apex, names: ofNames, owner, type, ttl, rdata: octets(rdataOctets), rdataStart, place, files };
}

/** Octets of one zone's columns, up to where the next zone's may start. */
function lengthOf(sizes: Uint32Array): number {
  const [records = 0, names = 0, slots = 0, nameOctets = 0, rdataOctets = 0] = sizes;
  const words = 6 * records + 1 + 2 * names + 1 + slots;
  return aligned(4 * words + 2 * records + nameOctets + rdataOctets);
}

function aligned(octets: number): number {
  return (octets + 3) & ~3;
}
