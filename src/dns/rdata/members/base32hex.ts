const digits = "0123456789abcdefghijklmnopqrstuv";

/** The octets of base32 with extended hex alphabet, unpadded, in any case (RFC 4648 §7); undefined if it is none. */
export function octetsFromBase32hex(text: string): Uint8Array | undefined {
  const octets: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text.toLowerCase()) {
    const value = digits.indexOf(character);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    octets.push(held >> bits);
    held &= (1 << bits) - 1;
  }
  return bits >= 5 || held !== 0 ? undefined : Uint8Array.from(octets);
}

/** Octets as unpadded base32hex in lower case. */
export function base32hexOf(octets: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const octet of octets) {
    held = (held << 8) | octet;
    bits += 8;
    for (; bits >= 5; held &= (1 << bits) - 1) {
      bits -= 5;
      text += digits[held >> bits];
    }
  }
  return bits === 0 ? text : text + digits[held << (5 - bits)];
}
