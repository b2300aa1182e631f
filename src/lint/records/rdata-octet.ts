import type { Zone } from "../../dns/index.ts";

/** One octet of a row's RDATA, without making a view of it; undefined past its end. */
export function rdataOctet(
  { columns: { rdata, rdataStart } }: Zone,
  row: number,
  at: number,
): number | undefined {
  const place = rdataStart[row]! + at;
  return place < rdataStart[row + 1]! ? rdata[place] : undefined;
}
