import type { Name } from "../name.ts";
import type { Column } from "./room.ts";

/**
 * Names in wire form, end to end, each spelling once. Ids count from 0. Spellings of one name differ in case only and
 * share a key: the id of the first of them.
 */
export interface NameColumns {
  readonly octets: Uint8Array;
  /** By id: index of the first octet; one more entry than there are names, the last being the end. */
  readonly start: Uint32Array;
  /** By id: id of the first spelling of the same name. */
  readonly key: Uint32Array;
  /**
   * Open-addressed hash table, its size a power of two: 0 where free, else id + 1 in as many low bits as number the
   * slots, and above them those bits of the name's hash, which tell most other names apart without a look at them.
   */
  readonly slots: Uint32Array;
  /** What the hash starts from, so that nobody can write names that collide. */
  readonly seed: number;
}

/** Where records came from, by row. */
export interface PlaceColumns {
  /** Index into `files`. */
  readonly file: Uint32Array;
  /** 1-based; 0 for a record that was not read from a file. */
  readonly line: Uint32Array;
  /** Octet in the file at which the record starts. */
  readonly offset: Uint32Array;
}

/**
 * A zone as columns, one entry a record in the order they were added: plain data that can be cloned to another thread,
 * or moved there with `zoneTransferList`. Nothing but its builder writes to it.
 */
export interface ZoneColumns {
  /** Key form. */
  readonly apex: Name;
  readonly names: NameColumns;
  /** Id of the owner's name, as spelled. */
  readonly owner: Uint32Array;
  readonly type: Uint16Array;
  readonly ttl: Uint32Array;
  /** All RDATA in uncompressed wire form, end to end. */
  readonly rdata: Uint8Array;
  /** Index of each record's first octet of RDATA; one more entry than there are records, the last being the end. */
  readonly rdataStart: Uint32Array;
  readonly place: PlaceColumns;
  readonly files: readonly string[];
}

/**
 * The buffers of a zone's columns, for moving them to another thread: afterwards the columns here are empty, and those of
 * zones that were made from this one, or that this one was made from, where they share some.
 */
export function zoneTransferList(columns: ZoneColumns): ArrayBuffer[] {
  return columnsOf(columns).map((column) => column.buffer as ArrayBuffer);
}

/** How much memory a zone's columns take, in octets. */
export function zoneOctets(columns: ZoneColumns): number {
  return columnsOf(columns).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function columnsOf({ names, place, ...columns }: ZoneColumns): readonly Column[] {
  return [
    names.octets,
    names.start,
    names.key,
    names.slots,
    columns.owner,
    columns.type,
    columns.ttl,
    columns.rdata,
    columns.rdataStart,
    place.file,
    place.line,
    place.offset,
  ];
}
