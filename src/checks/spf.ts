import { type Network, parseNetwork } from "./network.ts";
import { joinStrings } from "./rdata.ts";

/** Octets of `v=spf1`, after the length of the string they begin. */
const VERSION = Buffer.from("v=spf1");

/**
 * The networks that a TXT record lets send mail by `ip4:` and `ip6:`; none where it is no SPF record (RFC 7208 §4.5,
 * §5.6). What is no network there is for a linter to say.
 */
export function spfNetworks(rdata: Uint8Array): readonly Network[] {
  if (Buffer.compare(rdata.subarray(1, 1 + VERSION.length), VERSION) !== 0) return [];
  return joinStrings(rdata)
    .split(" ")
    .flatMap((term) => {
      const [, address] = /^[+?~-]?ip[46]:(.+)$/i.exec(term) ?? [];
      if (address === undefined) return [];
      const whole = address.includes("/") ? address : `${address}/${address.includes(":") ? 128 : 32}`;
      const network = parseNetwork(whole, { clearing: true });
      return typeof network === "string" ? [] : [{ ...network, text: address }];
    });
}
