import type { Name, RRType } from "../dns/index.ts";

/** Where a record stands in the repository. `offset` is in octets; `row` is the record's in its zone. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
  readonly row: number;
  /** Apex of the zone. */
  readonly zone: Name;
}

/** What a resolver would find. `external`: the answer is not ours to know. `loop`: aliases that never end. */
export interface Resolution {
  readonly kind: "records" | "nodata" | "nxdomain" | "external" | "loop";
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
}

/** An existing record close to one that is not there; `type` is its first, or the one asked for. */
export interface Nearest {
  readonly name: Name;
  readonly type: RRType;
  readonly place: RecordPlace;
}

/**
 * Answers the questions of checks: from zone files before a merge, from nameservers after it. Synchronous; one that
 * has to ask over the network answers from what it has collected.
 */
export interface Resolver {
  resolve(name: Name, type: RRType): Resolution;
  /** The record most like one that does not exist; undefined where nothing is, or the source cannot know. */
  nearest?(name: Name, type: RRType): Nearest | undefined;
}
