import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { signatureSchemes } from "./algorithms.ts";

/** The parts of an RSA key (RFC 3110 §2), most significant octet first. */
export interface RsaKey {
  readonly exponent: Uint8Array;
  readonly modulus: Uint8Array;
}

/** Octets of the public keys of each curve (RFC 6605 §4, RFC 8080 §3). */
export const curveKeyLengths = { "P-256": 64, "P-384": 96, Ed25519: 32, Ed448: 57 } as const;

/** RFC 3110 §2 has keys of up to 4096 bits, and nobody uses exponents above 2^32 + 1: larger ones would only take time. */
const longestModulus = 512;
const longestExponent = 5;

/** Undefined where the octets are too short for what they say. */
export function readRsaKey(octets: Uint8Array): RsaKey | undefined {
  const isShort = octets[0] !== 0;
  const length = isShort ? octets[0] : (octets[1] ?? 0) * 256 + (octets[2] ?? 0);
  const start = isShort ? 1 : 3;
  if (length === undefined || length === 0 || start + length >= octets.length) return undefined;
  return { exponent: octets.subarray(start, start + length), modulus: octets.subarray(start + length) };
}

/** The key for node:crypto; undefined where the algorithm is not one verified here, or the octets are no key of it. */
export function publicKeyOf(algorithm: number, octets: Uint8Array): KeyObject | undefined {
  const jwk = jwkOf(algorithm, octets);
  if (!jwk) return undefined;
  try {
    return createPublicKey({ key: jwk, format: "jwk" });
  } catch {
    return undefined;
  }
}

function jwkOf(algorithm: number, octets: Uint8Array): JsonWebKey | undefined {
  const scheme = signatureSchemes.get(algorithm);
  if (!scheme) return undefined;
  if (scheme.kind === "RSA") {
    const key = readRsaKey(octets);
    if (!key || key.modulus.length > longestModulus || key.exponent.length > longestExponent)
      return undefined;
    return { kty: "RSA", e: base64url(key.exponent), n: base64url(key.modulus) };
  }
  if (octets.length !== curveKeyLengths[scheme.kind]) return undefined;
  if (scheme.kind === "Ed25519" || scheme.kind === "Ed448")
    return { kty: "OKP", crv: scheme.kind, x: base64url(octets) };
  const half = octets.length / 2;
  return {
    kty: "EC",
    crv: scheme.kind,
    x: base64url(octets.subarray(0, half)),
    y: base64url(octets.subarray(half)),
  };
}

function base64url(octets: Uint8Array): string {
  return Buffer.from(octets).toString("base64url");
}
