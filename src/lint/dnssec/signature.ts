import { NameError, type RRType, wireNameLength, type Zone } from "../../dns/index.ts";

/** The signature of one RRset (RFC 4034 §3), from RRSIG RDATA. */
export interface Signature {
  readonly row: number;
  readonly covered: RRType;
  readonly algorithm: number;
  readonly labels: number;
  readonly originalTtl: number;
  /** Seconds since 1970 in 32 bits: of which 2^32 seconds they are is for the clock to tell. */
  readonly expiration: number;
  readonly inception: number;
  readonly tag: number;
  /** The RDATA up to the signature, the signer's name with it. */
  readonly preamble: Uint8Array;
  /** In wire form, as written. */
  readonly signer: Uint8Array;
  readonly octets: Uint8Array;
}

const signerAt = 18;

/** Undefined where the octets are no RDATA of RRSIG. */
export function readSignature(zone: Zone, row: number): Signature | undefined {
  const rdata = zone.rdata(row);
  const end = endOfSigner(rdata);
  if (end === undefined) return undefined;
  const view = new DataView(rdata.buffer, rdata.byteOffset, rdata.length);
  return {
    row,
    covered: view.getUint16(0),
    algorithm: view.getUint8(2),
    labels: view.getUint8(3),
    originalTtl: view.getUint32(4),
    expiration: view.getUint32(8),
    inception: view.getUint32(12),
    tag: view.getUint16(16),
    preamble: rdata.subarray(0, end),
    signer: rdata.subarray(signerAt, end),
    octets: rdata.subarray(end),
  };
}

/** The type that the signature in a row covers; undefined where its data is too short. */
export function coveredType(zone: Zone, row: number): RRType | undefined {
  const { rdata, rdataStart } = zone.columns;
  const at = rdataStart[row]!;
  return rdataStart[row + 1]! - at < 2 ? undefined : rdata[at]! * 256 + rdata[at + 1]!;
}

function endOfSigner(rdata: Uint8Array): number | undefined {
  try {
    return signerAt + wireNameLength(rdata, signerAt);
  } catch (error) {
    if (error instanceof NameError) return undefined;
    throw error;
  }
}
