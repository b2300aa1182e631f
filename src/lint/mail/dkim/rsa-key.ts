/** What stands before the key's own octets: AlgorithmIdentifier of rsaEncryption with NULL, in DER (RFC 3279 §2.3.1). */
const rsaEncryption = Buffer.from("300d06092a864886f70d0101010500", "hex");

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const SEQUENCE = 0x30;

/** An element of DER: where its content starts and ends. */
interface Element {
  readonly start: number;
  readonly end: number;
}

/**
 * The bits of the modulus of an RSA key written as SubjectPublicKeyInfo, in DER and in its usual form; undefined for
 * anything else, and for what is cut off or goes on behind it.
 */
export function rsaModulusBits(octets: Uint8Array): number | undefined {
  const info = elementAt(octets, 0, SEQUENCE);
  if (info?.end !== octets.length) return undefined;
  const algorithmEnd = info.start + rsaEncryption.length;
  if (!rsaEncryption.equals(octets.subarray(info.start, algorithmEnd))) return undefined;
  const bits = elementAt(octets, algorithmEnd, BIT_STRING);
  if (bits?.end !== info.end || octets[bits.start] !== 0) return undefined;
  const key = elementAt(octets, bits.start + 1, SEQUENCE);
  if (key?.end !== bits.end) return undefined;
  const modulus = elementAt(octets, key.start, INTEGER);
  const exponent = modulus && elementAt(octets, modulus.end, INTEGER);
  if (exponent?.end !== key.end) return undefined;
  return bitLength(octets.subarray(modulus!.start, modulus!.end));
}

function elementAt(octets: Uint8Array, at: number, tag: number): Element | undefined {
  const first = octets[at + 1];
  if (octets[at] !== tag || first === undefined) return undefined;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || count > 3) return undefined;
  const start = at + 2 + count;
  const length =
    count === 0 ? first : octets.subarray(at + 2, start).reduce((sum, octet) => sum * 0x100 + octet, 0);
  return start + length <= octets.length ? { start, end: start + length } : undefined;
}

/** Of a positive number; undefined for 0 and for a negative one. */
function bitLength(number: Uint8Array): number | undefined {
  const first = number.findIndex((octet) => octet !== 0);
  if (first < 0 || (first === 0 && number[0]! >= 0x80)) return undefined;
  return (number.length - first) * 8 - Math.clz32(number[first]!) + 24;
}
