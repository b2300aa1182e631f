/** An octet of a name, or of text, in lower case (RFC 4343 §3). Lengths of labels are below 64, and so no letters. */
export function lower(octet: number): number {
  return octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet;
}

/** Whether the label at an octet of a name in wire form is the wildcard's. */
export function isAsterisk(octets: Uint8Array, at: number): boolean {
  return octets[at] === 1 && octets[at + 1] === 0x2a;
}

/** Where the name that starts at `from` in uncompressed wire form ends. */
export function endOfName(octets: Uint8Array, from: number): number {
  let at = from;
  while (octets[at] !== 0) at += octets[at]! + 1;
  return at + 1;
}
