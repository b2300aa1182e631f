import { CLASS_IN, canonicalRdata, compareOctets, type RRType, type Zone } from "../../dns/index.ts";
import type { Signature } from "./signature.ts";

/** The RDATA of some rows of one type in canonical form and order, repetitions left out (RFC 4034 §6.2, §6.3). */
export function canonicalSet(zone: Zone, type: RRType, rows: readonly number[]): readonly Uint8Array[] {
  const data = rows.map((row) => canonicalRdata(type, zone.rdata(row)));
  if (data.length === 1) return data;
  return data
    .sort(compareOctets)
    .filter((octets, at) => at === 0 || compareOctets(octets, data[at - 1]!) !== 0);
}

/** A record in canonical form but for its data: owner, type, class, TTL and the length of the data. */
export function writeHead(
  out: Buffer,
  at: number,
  head: {
    readonly owner: Uint8Array;
    readonly type: RRType;
    readonly ttl: number;
    readonly length: number;
  },
): number {
  out.set(head.owner, at);
  let end = at + head.owner.length;
  end = out.writeUInt16BE(head.type, end);
  end = out.writeUInt16BE(CLASS_IN, end);
  end = out.writeUInt32BE(head.ttl, end);
  return out.writeUInt16BE(head.length, end);
}

/** Octets of a record beside owner and data. */
export const HEAD = 10;

/**
 * What a signature signs: its own data without the signature, and the records it covers in canonical form (RFC 4034
 * §3.1.8.1). `owner` is in wire form and lower case, `data` canonical.
 */
export function signedOctets(
  signature: Signature,
  owner: Uint8Array,
  data: readonly Uint8Array[],
): Uint8Array {
  const { covered: type, originalTtl: ttl, preamble } = signature;
  const name = signedOwner(owner, signature.labels);
  const length = data.reduce((sum, { length }) => sum + name.length + HEAD + length, preamble.length);
  const out = Buffer.allocUnsafe(length);
  out.set(lowerSigner(preamble));
  let at = preamble.length;
  for (const octets of data) {
    at = writeHead(out, at, { owner: name, type, ttl, length: octets.length });
    out.set(octets, at);
    at += octets.length;
  }
  return out;
}

/** How many labels an owner in wire form has, the root and a leading asterisk not counted (RFC 4034 §3.1.3). */
export function labelCount(owner: Uint8Array): number {
  let count = 0;
  for (let at = 0; owner[at]! > 0; at += owner[at]! + 1) count += 1;
  return owner[0] === 1 && owner[1] === 0x2a ? count - 1 : count;
}

/** The owner, or the wildcard that the signature says it came from. */
function signedOwner(owner: Uint8Array, labels: number): Uint8Array {
  const surplus = labelCount(owner) - labels;
  if (surplus <= 0) return owner;
  let at = 0;
  for (let skipped = 0; skipped < surplus; skipped += 1) at += owner[at]! + 1;
  if (owner[0] === 1 && owner[1] === 0x2a) at += 2;
  return Buffer.concat([Buffer.from([1, 0x2a]), owner.subarray(at)]);
}

function lowerSigner(preamble: Uint8Array): Uint8Array {
  const signerAt = 18;
  const out = preamble.slice();
  for (let at = signerAt; at < out.length; at += 1) {
    const octet = out[at]!;
    if (octet >= 0x41 && octet <= 0x5a) out[at] = octet + 0x20;
  }
  return out;
}
