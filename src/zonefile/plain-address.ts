const DOT = 0x2e;
const COLON = 0x3a;

/** Writes the IPv4 address in `octets` from `start` to `end` into `out` at `at`. False if it is none. */
export function writeIpv4(
  octets: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): boolean {
  let value = 0;
  let digits = 0;
  let parts = 0;
  for (let from = start; from < end; from++) {
    const octet = octets[from]!;
    if (octet === DOT) {
      if (digits === 0 || parts === 3) return false;
      out[at + parts++] = value;
      value = 0;
      digits = 0;
    } else {
      if (octet < 0x30 || octet > 0x39 || (digits > 0 && value === 0)) return false;
      value = value * 10 + octet - 0x30;
      if (value > 255) return false;
      digits++;
    }
  }
  out[at + parts] = value;
  return parts === 3 && digits > 0;
}

/**
 * Writes the IPv6 address in `octets` from `start` to `end` into `out` at `at`. False if it is none, or one that ends
 * in dotted decimal, which is rare and left to the general reader.
 */
export function writeIpv6(
  octets: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
): boolean {
  let groups = 0;
  let gap = -1;
  let from = start;
  if (octets[from] === COLON) {
    if (octets[from + 1] !== COLON || end - start < 2) return false;
    gap = 0;
    from += 2;
  }
  while (from < end) {
    let value = 0;
    let digits = 0;
    for (; from < end; from++, digits++) {
      const digit = hexDigit(octets[from]!);
      if (digit < 0) break;
      value = value * 16 + digit;
    }
    if (digits === 0 || digits > 4 || groups === 8) return false;
    out[at + 2 * groups] = value >>> 8;
    out[at + 2 * groups + 1] = value & 0xff;
    groups++;
    if (from === end) break;
    if (octets[from] !== COLON || ++from === end) return false;
    if (octets[from] !== COLON) continue;
    if (gap >= 0) return false;
    gap = groups;
    from++;
  }
  if (gap < 0) return groups === 8;
  if (groups > 7) return false;
  out.copyWithin(at + 16 - 2 * (groups - gap), at + 2 * gap, at + 2 * groups);
  out.fill(0, at + 2 * gap, at + 16 - 2 * (groups - gap));
  return true;
}

function hexDigit(octet: number): number {
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30;
  const lower = octet | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
