import type { Zone } from "../../dns/index.ts";

/** `line 12`, or `zones/hosts.inc line 12` for a record in another file than the one spoken of. */
export function placeText(zone: Zone, row: number, spokenOf: number): string {
  const { file, line } = zone.place(row);
  return file === zone.place(spokenOf).file ? `line ${line}` : `${file} line ${line}`;
}
