import { ipv4FromText, ipv6FromText, TYPE } from "../../dns/index.ts";
import type { RuleContext } from "../rule.ts";

/** What a block of addresses is set apart for, as far as it matters to who publishes one. */
export type SpecialUse = "private" | "loopback" | "documentation" | "reserved" | "transition";

export interface SpecialBlock {
  readonly use: SpecialUse;
  /** What its addresses are, in words that follow "is". */
  readonly words: string;
  readonly octets: Uint8Array;
  readonly bits: number;
}

/** From the IANA special-purpose address registries (RFC 6890) and the multicast blocks; narrower blocks first. */
const blocks: readonly SpecialBlock[] = [
  block("0.0.0.0/32", "loopback", "no address at all (RFC 1122)"),
  block("0.0.0.0/8", "reserved", "reserved (RFC 1122)"),
  block("10.0.0.0/8", "private", "private (RFC 1918)"),
  block("100.64.0.0/10", "private", "shared behind a provider's NAT (RFC 6598)"),
  block("127.0.0.0/8", "loopback", "the asking machine itself (RFC 1122)"),
  block("169.254.0.0/16", "private", "local to a link (RFC 3927)"),
  block("172.16.0.0/12", "private", "private (RFC 1918)"),
  block("192.0.2.0/24", "documentation", "set apart for documentation (RFC 5737)"),
  block("192.168.0.0/16", "private", "private (RFC 1918)"),
  block("198.18.0.0/15", "private", "set apart for benchmarks (RFC 2544)"),
  block("198.51.100.0/24", "documentation", "set apart for documentation (RFC 5737)"),
  block("203.0.113.0/24", "documentation", "set apart for documentation (RFC 5737)"),
  block("224.0.0.0/4", "reserved", "a multicast group (RFC 5771)"),
  block("255.255.255.255/32", "reserved", "the broadcast address (RFC 919)"),
  block("240.0.0.0/4", "reserved", "reserved (RFC 1112)"),
  block("::/128", "loopback", "no address at all (RFC 4291)"),
  block("::1/128", "loopback", "the asking machine itself (RFC 4291)"),
  block("::ffff:0:0/96", "transition", "an IPv4 address in IPv6 form (RFC 4291 §2.5.5.2)"),
  block("::/96", "transition", "an IPv4 address in a form given up long ago (RFC 4291 §2.5.5.1)"),
  block("2001::/32", "transition", "a Teredo address (RFC 4380)"),
  block("2001:db8::/32", "documentation", "set apart for documentation (RFC 3849)"),
  block("2002::/16", "transition", "a 6to4 address (RFC 7526)"),
  block("3fff::/20", "documentation", "set apart for documentation (RFC 9637)"),
  block("fc00::/7", "private", "private (RFC 4193)"),
  block("fe80::/10", "private", "local to a link (RFC 4291)"),
  block("fec0::/10", "private", "local to a site (RFC 3879)"),
  block("ff00::/8", "reserved", "a multicast group (RFC 4291)"),
];

/** By family (octets of an address) and first octet. */
const byFirstOctet: ReadonlyMap<number, readonly (readonly SpecialBlock[] | undefined)[]> = new Map(
  [4, 16].map((length) => [length, indexed(blocks.filter(({ octets }) => octets.length === length))]),
);

/** The block of special use that the address, of 4 or 16 octets, is in. */
export function specialBlockOf(address: Uint8Array): SpecialBlock | undefined {
  return byFirstOctet.get(address.length)?.[address[0]!]?.find((one) => isIn(address, one));
}

/** An address record, and the block of special use that its address is in. */
interface SpecialRow {
  readonly row: number;
  readonly block: SpecialBlock;
}

/** The A and then the AAAA records whose address is of this use. */
export function specialRows(
  { zone, once }: Pick<RuleContext, "zone" | "once">,
  use: SpecialUse,
): readonly SpecialRow[] {
  return once(candidates)[use].flatMap((row) => {
    const block = specialBlockOf(zone.zone.rdata(row));
    return block?.use === use ? [{ row, block }] : [];
  });
}

/** By use, the rows of addresses whose first octet is that of a block of it. */
function candidates({
  zone,
  rowsOf,
}: Pick<RuleContext, "zone" | "rowsOf">): Readonly<Record<SpecialUse, readonly number[]>> {
  const { rdata, rdataStart } = zone.zone.columns;
  const rows: Record<SpecialUse, number[]> = {
    private: [],
    loopback: [],
    documentation: [],
    reserved: [],
    transition: [],
  };
  for (const type of [TYPE.A, TYPE.AAAA] as const) {
    const lists = byFirstOctet
      .get(type === TYPE.A ? 4 : 16)!
      .map((here) => here && [...new Set(here.map(({ use }) => rows[use]))]);
    for (const row of rowsOf(type)) {
      const here = lists[rdata[rdataStart[row]!]!];
      if (here) for (const list of here) list.push(row);
    }
  }
  return rows;
}

function block(text: string, use: SpecialUse, words: string): SpecialBlock {
  const [address, bits] = text.split("/") as [string, string];
  return { use, words, octets: (ipv4FromText(address) ?? ipv6FromText(address))!, bits: Number(bits) };
}

function indexed(list: readonly SpecialBlock[]): (readonly SpecialBlock[] | undefined)[] {
  return Array.from({ length: 256 }, (_, first) => {
    const here = list.filter(({ octets, bits }) => sameBits(first, octets[0]!, Math.min(bits, 8)));
    return here.length > 0 ? here : undefined;
  });
}

function isIn(address: Uint8Array, { octets, bits }: SpecialBlock): boolean {
  for (let at = 0; at * 8 < bits; at += 1) {
    if (!sameBits(address[at]!, octets[at]!, Math.min(bits - at * 8, 8))) return false;
  }
  return true;
}

/** Whether the highest `bits` of two octets are the same. */
function sameBits(a: number, b: number, bits: number): boolean {
  return (a ^ b) >> (8 - bits) === 0;
}
