import type { Name } from "../name.ts";
import { compareOctets } from "../octets.ts";
import { canonicalRdata } from "../rdata/rdata.ts";
import type { RRType } from "../type.ts";

/** All records of one owner and type. */
export interface RRset {
  /** Key form. */
  readonly owner: Name;
  readonly type: RRType;
  /** Of the first row; the others should have the same (RFC 2181 §5.2). */
  readonly ttl: number;
  /** Of each RDATA, where they are meant to differ: a signature has the TTL of what it covers (RFC 4034 §3). */
  readonly ttls?: readonly number[];
  /** Every row, in file order. */
  readonly rows: readonly number[];
  /** As written, in canonical order; of RDATA that differs in the case of names only, the first. */
  readonly rdata: readonly Uint8Array[];
  /** The same in canonical form (RFC 4034 §6.2): for comparing. */
  readonly canonical: readonly Uint8Array[];
}

/** The TTL of the RRset's record with `rdata[index]`. */
export function ttlOf({ ttl, ttls }: Pick<RRset, "ttl" | "ttls">, index: number): number {
  return ttls?.[index] ?? ttl;
}

/** RDATA of one type without repetitions, in canonical order: as given, and in canonical form. */
export function distinctRdata(
  type: RRType,
  rdata: readonly Uint8Array[],
): { rdata: readonly Uint8Array[]; canonical: readonly Uint8Array[] } {
  if (rdata.length === 1) return { rdata, canonical: [canonicalRdata(type, rdata[0]!)] };
  const sorted = rdata
    .map((written) => ({ written, canonical: canonicalRdata(type, written) }))
    .sort((a, b) => compareOctets(a.canonical, b.canonical));
  const distinct = sorted.filter(
    ({ canonical }, i) => i === 0 || compareOctets(canonical, sorted[i - 1]!.canonical) !== 0,
  );
  return {
    rdata: distinct.map(({ written }) => written),
    canonical: distinct.map(({ canonical }) => canonical),
  };
}
