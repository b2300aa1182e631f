import {
  ipv6ToText,
  isAtOrBelow,
  labelsOf,
  type Name,
  nameFromWire,
  nameKey,
  nameToWire,
  parseName,
} from "../../dns/index.ts";

/** Where the names of IPv4 addresses stand (RFC 1035 §3.5), an octet a label. */
export const ipv4Tree = parseName("in-addr.arpa.");
/** Where the names of IPv6 addresses stand (RFC 3596 §2.5), four bits a label. */
export const ipv6Tree = parseName("ip6.arpa.");

/** How many labels stand for a whole address. */
export const wholeLength = { 4: 4, 6: 32 } as const;

const tails = { 4: nameToWire(ipv4Tree), 6: nameToWire(ipv6Tree) };
/** The digit 0 in ASCII. */
const ZERO = 0x30;
const hexDigits = new TextEncoder().encode("0123456789abcdef");

/** The reverse name of an address of 4 or 16 octets: `5.2.0.192.in-addr.arpa.` for 192.0.2.5; in wire form. */
export function reverseWire(address: Uint8Array): Uint8Array {
  if (address.length !== 4) return reverseWire6(address);
  const wire = new Uint8Array(16 + tails[4].length);
  let end = 0;
  for (let at = 3; at >= 0; at -= 1) {
    const octet = address[at]!;
    const digits = octet > 99 ? 3 : octet > 9 ? 2 : 1;
    wire[end] = digits;
    for (let digit = digits, rest = octet; digit > 0; digit -= 1, rest = Math.trunc(rest / 10)) {
      wire[end + digit] = ZERO + (rest % 10);
    }
    end += digits + 1;
  }
  wire.set(tails[4], end);
  return wire.subarray(0, end + tails[4].length);
}

export function reverseName(address: Uint8Array): Name {
  return nameFromWire(reverseWire(address)).name;
}

/** Which of the reverse trees a name is at or below; undefined for none. */
export function treeOf(name: Name): 4 | 6 | undefined {
  if (isAtOrBelow(name, ipv4Tree)) return 4;
  return isAtOrBelow(name, ipv6Tree) ? 6 : undefined;
}

/** The labels of a name below its reverse tree, in lower case, the leftmost first. */
export function labelsInTree(name: Name): readonly string[] {
  return labelsOf(nameKey(name)).slice(0, -2);
}

/** What a label (in lower case) says of an address: an octet, or four bits of IPv6; undefined where it says nothing. */
export function partOf(label: string, family: 4 | 6): number | undefined {
  if (family === 6) return /^[0-9a-f]$/.test(label) ? Number.parseInt(label, 16) : undefined;
  return /^(?:0|[1-9]\d{0,2})$/.test(label) && Number(label) <= 255 ? Number(label) : undefined;
}

/**
 * The address, in wire form, that a reverse name stands for; undefined where it is none, or several. Labels that are no
 * part of an address count as the names of blocks (RFC 2317): `5.0/25.2.0.192.in-addr.arpa.` is 192.0.2.5.
 */
export function addressOf(name: Name): Uint8Array | undefined {
  const family = treeOf(name);
  if (family === undefined) return undefined;
  const [first, ...others] = labelsInTree(name);
  const parts = others.map((label) => partOf(label, family)).filter((part) => part !== undefined);
  const lowest = first === undefined ? undefined : partOf(first, family);
  if (lowest === undefined || parts.length + 1 !== wholeLength[family]) return undefined;
  const whole = [...parts.reverse(), lowest];
  if (family === 4) return Uint8Array.from(whole);
  return Uint8Array.from({ length: 16 }, (_, at) => whole[2 * at]! * 16 + whole[2 * at + 1]!);
}

/** An address in wire form as people write it. */
export function addressText(address: Uint8Array): string {
  return address.length === 4 ? address.join(".") : ipv6ToText(address);
}

function reverseWire6(address: Uint8Array): Uint8Array {
  const wire = new Uint8Array(64 + tails[6].length);
  for (let at = 0; at < 32; at += 1) {
    const octet = address[15 - (at >> 1)]!;
    wire[2 * at] = 1;
    wire[2 * at + 1] = hexDigits[at % 2 === 0 ? octet & 15 : octet >> 4]!;
  }
  wire.set(tails[6], 64);
  return wire;
}
