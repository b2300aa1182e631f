import { isIPv4, isIPv6 } from "node:net";

/** Whether a token reads as an IPv4 address; a final dot, as if it were a name, is let pass. */
export function isIpv4Text(text: string): boolean {
  return isIPv4(text.endsWith(".") ? text.slice(0, -1) : text);
}

/** Whether a token reads as an IPv6 address without a zone. */
export function isIpv6Text(text: string): boolean {
  return isIPv6(text) && !text.includes("%");
}
