import { TYPE, type Zone } from "../../dns/index.ts";

/** `0 0 0 00` and `0 3 0 AA==`: what asks the parent to remove the DS records (RFC 8078 §4). */
const cds = Buffer.from([0, 0, 0, 0, 0]);
const cdnskey = Buffer.from([0, 0, 3, 0, 0]);

/** Whether this CDS or CDNSKEY record asks the parent to remove the DS records; `misspelt` where it seems meant to. */
export function deleteRequest(zone: Zone, row: number): "none" | "right" | "misspelt" {
  const rdata = zone.rdata(row);
  const isCds = zone.type(row) === TYPE.CDS;
  if (Buffer.compare(rdata, isCds ? cds : cdnskey) === 0) return "right";
  return rdata[isCds ? 2 : 3] === 0 ? "misspelt" : "none";
}
