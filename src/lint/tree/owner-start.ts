import type { Zone } from "../../dns/index.ts";
import { lower } from "./octets.ts";

/** Whether the owner of a row starts with these labels, in lower case; "*" stands for any label, "\\*" for an asterisk. */
export function ownerStartsWith({ columns }: Zone, row: number, labels: readonly string[]): boolean {
  const { octets, start } = columns.names;
  let at = start[columns.owner[row]!]!;
  for (const label of labels) {
    const length = octets[at]!;
    if (label !== "*" && !isLabel(octets, at, label === "\\*" ? "*" : label)) return false;
    if (length === 0) return false;
    at += length + 1;
  }
  return true;
}

function isLabel(octets: Uint8Array, at: number, label: string): boolean {
  if (octets[at] !== label.length) return false;
  for (let i = 0; i < label.length; i += 1) {
    const octet = octets[at + 1 + i]!;
    if (lower(octet) !== label.charCodeAt(i)) return false;
  }
  return true;
}
