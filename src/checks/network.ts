import {
  ipv4FromText,
  ipv6FromText,
  type Name,
  parentOf,
  parseName,
  rdataToText,
  TYPE,
} from "../dns/index.ts";

/** A network in CIDR form: the first `prefix` bits of `octets` (4 or 16 of them). */
export interface Network {
  readonly text: string;
  readonly octets: Uint8Array;
  readonly prefix: number;
}

/**
 * Reads "10.1.0.0/16" or "2001:db8::/32", or says in words what is wrong with it: bits beyond the length too, unless
 * they are to be cleared.
 */
export function parseNetwork(text: string, { clearing = false } = {}): Network | string {
  const [address = "", length, ...rest] = text.split("/");
  const octets = address.includes(":") ? ipv6FromText(address) : ipv4FromText(address);
  if (!octets || rest.length > 0)
    return `"${text}" is no network: write an address and a length, like 10.1.0.0/16`;
  if (length === undefined)
    return `"${text}" is an address, not a network: write ${text}/${octets.length * 8} for it alone`;
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : Number.POSITIVE_INFINITY;
  if (prefix > octets.length * 8)
    return `"${text}" is no network: the length goes from 0 to ${octets.length * 8}`;
  const first = firstOf(octets, prefix);
  if (clearing || Buffer.compare(first, octets) === 0) return { text, octets: first, prefix };
  return `"${text}" is no network: it has bits beyond its length; did you mean "${addressText(first)}/${prefix}"?`;
}

/** Whether an address (4 or 16 octets) is in a network; never in one of the other family. */
export function inNetwork(address: Uint8Array, { octets, prefix }: Network): boolean {
  if (address.length !== octets.length) return false;
  const whole = prefix >> 3;
  for (let at = 0; at < whole; at += 1) if (address[at] !== octets[at]) return false;
  const rest = prefix & 7;
  return rest === 0 || (address[whole]! & (0xff00 >> rest) & 0xff) === octets[whole];
}

/** Whether two networks have an address in common: one lies in the other. */
export function networksMeet(a: Network, b: Network): boolean {
  return a.prefix < b.prefix ? inNetwork(b.octets, a) : inNetwork(a.octets, b);
}

/** An A or AAAA record's RDATA as people write the address. */
export function addressText(octets: Uint8Array): string {
  return rdataToText(octets.length === 4 ? TYPE.A : TYPE.AAAA, octets);
}

/** The name whose PTR record says who has an address (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(octets: Uint8Array): Name {
  const labels =
    octets.length === 4
      ? [...octets].map(String)
      : [...octets].flatMap((octet) => [(octet >> 4).toString(16), (octet & 15).toString(16)]);
  return parseName(`${labels.reverse().join(".")}.${octets.length === 4 ? "in-addr" : "ip6"}.arpa.`);
}

/** The name at or below which the names for all addresses of a network are. */
export function reverseTop({ octets, prefix }: Network): Name {
  const [bits, labels] = octets.length === 4 ? [8, 4] : [4, 32];
  const free = labels - Math.floor(prefix / bits);
  let top = reverseName(octets);
  for (let label = 0; label < free; label += 1) top = parentOf(top)!;
  return top;
}

/** The address that a reverse name in key form stands for; undefined where it is none of a whole address. */
export function addressOfReverse(name: Name): Uint8Array | undefined {
  if (name.endsWith(".in-addr.arpa.")) return reversedIpv4(name.slice(0, -".in-addr.arpa".length));
  if (!name.endsWith(".ip6.arpa.")) return undefined;
  const labels = name.split(".").slice(0, -3).reverse();
  if (labels.length !== 32 || !labels.every((label) => /^[0-9a-f]$/.test(label))) return undefined;
  return Buffer.from(labels.join(""), "hex");
}

/** The address whose numbers stand the last first, each with a dot behind it: "4.3.2.1." Large zones have many. */
function reversedIpv4(text: string): Uint8Array | undefined {
  const octets = new Uint8Array(4);
  let place = 3;
  let start = 0;
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === ".") {
      if (at === start || place < 0) return undefined;
      octets[place] = value;
      place -= 1;
      start = at + 1;
      value = 0;
      continue;
    }
    const digit = text.charCodeAt(at) - 0x30;
    const isLeadingZero = value === 0 && at > start;
    value = 10 * value + digit;
    if (digit < 0 || digit > 9 || isLeadingZero || value > 255) return undefined;
  }
  return place === -1 ? octets : undefined;
}

function firstOf(octets: Uint8Array, prefix: number): Uint8Array {
  return octets.map((octet, index) => octet & (0xff00 >> Math.min(8, Math.max(0, prefix - index * 8))));
}
