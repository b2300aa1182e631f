import { ipv4FromText, ipv6FromText } from "../../../dns/index.ts";

/** An address with the length of its prefix. */
export interface Prefix {
  readonly family: 4 | 6;
  readonly address: Uint8Array;
  readonly length: number;
}

/** `192.0.2.0/24`, or an address alone; undefined for what is neither, or has a length out of range. */
export function readPrefix(text: string): Prefix | undefined {
  const slash = text.indexOf("/");
  const address = slash < 0 ? text : text.slice(0, slash);
  const octets = ipv4FromText(address) ?? ipv6FromText(address);
  if (octets === undefined) return undefined;
  const family = octets.length === 4 ? 4 : 6;
  const length = slash < 0 ? octets.length * 8 : readLength(text.slice(slash + 1), family);
  return length === undefined ? undefined : { family, address: octets, length };
}

/** The length of a prefix: a decimal number without leading zeros (RFC 7208 §12). */
export function readLength(text: string, family: 4 | 6): number | undefined {
  const length = Number(text);
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && length <= (family === 4 ? 32 : 128) ? length : undefined;
}
