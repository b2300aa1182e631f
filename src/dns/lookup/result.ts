import type { Name } from "../name.ts";
import type { RRType } from "../type.ts";

/**
 * How a lookup ended, after all aliases that could be followed inside the zone:
 * - `answer`: with records of the type asked for;
 * - `alias`, `dname`: at a CNAME, or a CNAME made from a DNAME, whose target is not looked up here: it lies outside
 *   the zone (see `leaves`), has been passed before, or is one alias too many;
 * - `nodata`: at a name that exists, without such records;
 * - `nxdomain`: at a name that does not exist;
 * - `referral`: at a delegation.
 */
export type LookupKind = "answer" | "alias" | "dname" | "nodata" | "nxdomain" | "referral";

/** Records that go into an answer together. */
export interface AnswerRRset {
  /** In an answer section the name looked for, also where a wildcard gave the records; elsewhere as written. */
  readonly owner: Name;
  readonly type: RRType;
  readonly ttl: number;
  /** Of each RDATA, where they are meant to differ: of signatures (RFC 4034 §3). */
  readonly ttls?: readonly number[];
  /** Distinct, in canonical order, as written. */
  readonly rdata: readonly Uint8Array[];
  /** The rows they come from; of a CNAME made from a DNAME, the DNAME's. */
  readonly rows: readonly number[];
}

export interface LookupResult {
  /** YXDOMAIN: a DNAME would make a name that is too long (RFC 6672 §2.2). */
  readonly rcode: "NOERROR" | "NXDOMAIN" | "YXDOMAIN";
  /** The AA bit: false for a referral, unless an alias comes before it. */
  readonly authoritative: boolean;
  readonly kind: LookupKind;
  /** Aliases in the order they were followed, then what was asked for. */
  readonly answer: readonly AnswerRRset[];
  /** NS of a referral; or the SOA with the TTL of a negative answer (RFC 2308 §5), where the zone has one. */
  readonly authority: readonly AnswerRRset[];
  /** Addresses, as far as this zone has them, of the names in NS, MX, SRV and the like. */
  readonly additional: readonly AnswerRRset[];
  /** The target outside this zone, where the chain of aliases leaves it. */
  readonly leaves?: Name;
  /** Every name looked for in this zone: the question's, then the target of each alias that was followed. */
  readonly chain: readonly Name[];
}
