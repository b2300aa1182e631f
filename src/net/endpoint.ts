/** Where a DNS server listens: an IP address in text and a port, for UDP and TCP alike. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** `192.0.2.1#53`, the way DNS tools write it. */
export function formatEndpoint({ address, port }: Endpoint): string {
  return `${address}#${port}`;
}

/** An IPv4 address that came in over an IPv6 socket, as IPv4; every other address as it is. */
export function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice("::ffff:".length) : address;
}
