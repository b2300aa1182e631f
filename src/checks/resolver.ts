import type { Name, RRType } from "../dns/index.ts";
import type { Network } from "./network.ts";

/** Where a record stands in the repository. `offset` is in octets; `row` is the record's in its zone. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
  readonly row: number;
  /** Apex of the zone. */
  readonly zone: Name;
}

/**
 * What a resolver would find. `external`: the answer is not ours to know. `loop`: aliases that never end. Over the
 * network only: `unreachable`, nobody answered; `pending`, the question was noted and is still to be asked.
 */
export interface Resolution {
  readonly kind: "records" | "nodata" | "nxdomain" | "external" | "loop" | "unreachable" | "pending";
  /** The name asked, then each name an alias led to; the last one is where the answer is, or would be. */
  readonly chain: readonly Name[];
  /** Distinct, in canonical order; empty unless kind is `records`. */
  readonly rdata: readonly Uint8Array[];
  /** The least TTL on the way, in seconds; 0 where nothing was found. */
  readonly ttl: number;
  /** Of the first record. */
  readonly place?: RecordPlace;
  /** Of each of `rdata`; empty where the source knows no places. */
  readonly places: readonly (RecordPlace | undefined)[];
  /** Why nothing is known, where kind is `unreachable`: "it answered REFUSED". */
  readonly reason?: string;
}

/** An existing record close to one that is not there; `type` is its first, or the one asked for. */
export interface Nearest {
  readonly name: Name;
  readonly type: RRType;
  readonly place: RecordPlace;
}

/** A name that owns records in a zone of the view, as the files have it, with their types, ascending. */
export interface OwnedName {
  readonly name: Name;
  readonly types: readonly RRType[];
}

/** A record of a zone file that names an address or a network within a network. */
export interface Pointing {
  readonly name: Name;
  readonly type: RRType;
  /** The address or network as the record has it. */
  readonly address: string;
  readonly place: RecordPlace;
}

/**
 * Answers the questions of checks: from zone files before a merge, from nameservers after it. Synchronous; one that
 * has to ask over the network answers from what it has collected, and `pending` where it has not asked yet.
 */
export interface Resolver {
  resolve(name: Name, type: RRType): Resolution;
  /** The record most like one that does not exist; undefined where nothing is, or the source cannot know. */
  nearest?(name: Name, type: RRType): Nearest | undefined;
  /**
   * The names at or below one that the view's zones answer for, zone by zone, each zone's in canonical order. What
   * they own is for `resolve` to say: over the network the names are those of the files, and the data the server's.
   */
  names?(below: Name): Iterable<OwnedName>;
  /** Every record that points into a network, glue too; a source without this is walked name by name. */
  pointing?(networks: readonly Network[]): Iterable<Pointing>;
}
