import { type RRType, rdataNames, TYPE, type Zone } from "../../dns/index.ts";
import { lower } from "../tree/index.ts";

/**
 * Types whose canonical form keeps the case of the names in their data (RFC 4034 §6.2 lists those that do not, and newer
 * types are not among them, RFC 3597 §7), so that records which say the same are two to a nameserver.
 */
const caseKept = [
  TYPE.HIP,
  TYPE.IPSECKEY,
  TYPE.AMTRELAY,
  TYPE.SVCB,
  TYPE.HTTPS,
  TYPE.LP,
  TYPE.DSYNC,
] as const;

/** Records of those types that differ from one before them in the case of a name only. */
export function caseTwins(
  zone: Zone,
  rowsOf: (...types: readonly RRType[]) => readonly number[],
): readonly { readonly row: number; readonly first: number }[] {
  const rows = rowsOf(...caseKept);
  const { owner, names } = zone.columns;
  const seen = new Map<string, { readonly row: number; readonly rdata: Buffer }>();
  const twins: { readonly row: number; readonly first: number }[] = [];
  for (const row of rows) {
    const rdata = Buffer.from(zone.rdata(row));
    const key = `${names.key[owner[row]!]} ${zone.type(row)} ${folded(zone.type(row), rdata)}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, { row, rdata });
    else if (!before.rdata.equals(rdata)) twins.push({ row, first: before.row });
  }
  return twins;
}

function folded(type: RRType, rdata: Uint8Array): string {
  const octets = Buffer.from(rdata);
  for (const { offset, length } of rdataNames(type, rdata)) {
    for (let at = offset; at < offset + length; at += 1) octets[at] = lower(octets[at]!);
  }
  return octets.toString("latin1");
}
