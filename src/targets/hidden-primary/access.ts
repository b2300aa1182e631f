import { BlockList, isIPv6 } from "node:net";

/** Tells whether an address is one of those given, however either is spelled. */
export function addressMatcher(addresses: readonly string[]): (address: string) => boolean {
  const known = new BlockList();
  for (const address of addresses) known.addAddress(address, family(address));
  return (address) => {
    // A link-local address comes with its interface: fe80::1%eth0.
    const plain = address.split("%")[0]!;
    return known.check(plain, family(plain));
  };
}

function family(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
