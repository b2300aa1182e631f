import { type RRType, TYPE, type Zone } from "../dns/index.ts";
import { addressText, inNetwork, type Network, networksMeet } from "./network.ts";
import type { Pointing } from "./resolver.ts";
import { addressHints } from "./service-binding.ts";
import { spfNetworks } from "./spf.ts";

/** Types of records that can hold an address. */
export const ADDRESS_TYPES: readonly RRType[] = [TYPE.A, TYPE.AAAA, TYPE.SVCB, TYPE.HTTPS, TYPE.TXT];

/** Every record of a zone that points into one of the networks. Looks at each row once. */
export function* rowsPointingInto(zone: Zone, networks: readonly Network[]): Iterable<Pointing> {
  const types = new Set(ADDRESS_TYPES);
  for (let row = 0; row < zone.size; row += 1) {
    const type = zone.type(row);
    if (!types.has(type)) continue;
    for (const address of pointsInto(type, zone.rdata(row), networks)) {
      const place = { ...zone.place(row), row, zone: zone.apex };
      yield { name: zone.ownerKey(row), type, address, place };
    }
  }
}

/** The addresses and networks in a record's data that lie in one of the networks, or have one of them inside. */
export function pointsInto(type: RRType, rdata: Uint8Array, networks: readonly Network[]): readonly string[] {
  switch (type) {
    case TYPE.A:
    case TYPE.AAAA:
      return networks.some((network) => inNetwork(rdata, network)) ? [addressText(rdata)] : [];
    case TYPE.SVCB:
    case TYPE.HTTPS:
      return addressHints(rdata)
        .filter((hint) => networks.some((network) => inNetwork(hint, network)))
        .map(addressText);
    case TYPE.TXT:
      return spfNetworks(rdata)
        .filter((one) => networks.some((network) => networksMeet(one, network)))
        .map(({ text }) => text);
    default:
      return [];
  }
}
