import { createPublicKey, type KeyObject } from "node:crypto";
import { rsaModulusBits } from "./rsa-key.ts";

/** What the `p` tag of a DKIM key record holds. */
export type DkimKey =
  | { readonly kind: "rsa"; readonly bits: number }
  | { readonly kind: "ed25519" }
  /** Empty: the key is withdrawn. */
  | { readonly kind: "revoked" }
  | { readonly kind: "bad"; readonly problem: string };

const ed25519Octets = 32;

/** Reads the key data of a DKIM record, of the type in its `k` tag (RFC 6376 §3.6.1, RFC 8463 §4). Never throws. */
export function readDkimKey(data: string, type: string): DkimKey {
  const text = data.replace(/\s/g, "");
  if (text === "") return { kind: "revoked" };
  const octets = base64Octets(text);
  if (octets === undefined) return { kind: "bad", problem: base64Problem(text) };
  if (type.toLowerCase() === "ed25519") {
    if (octets.length === ed25519Octets) return { kind: "ed25519" };
    return {
      kind: "bad",
      problem: `an Ed25519 key has ${ed25519Octets} octets, this one has ${octets.length}`,
    };
  }
  const bits = rsaBits(octets);
  if (bits !== undefined) return { kind: "rsa", bits };
  if (octets.length === ed25519Octets)
    return { kind: "bad", problem: "this is an Ed25519 key: k=ed25519 is missing" };
  return { kind: "bad", problem: "the data is no RSA public key: it is cut off, or not copied whole" };
}

/** The octets; undefined where the text is not base64 to its last character (RFC 4648 §4). */
function base64Octets(text: string): Buffer | undefined {
  if (!/^[a-z\d+/]+={0,2}$/i.test(text) || text.length % 4 !== 0) return undefined;
  return Buffer.from(text, "base64");
}

function base64Problem(text: string): string {
  const wrong = /[^a-z\d+/=]/i.exec(text)?.[0];
  if (wrong !== undefined) return `${JSON.stringify(wrong)} is no character of base64`;
  return "the base64 is cut off: its length is no multiple of 4";
}

/** The size of an RSA key as SubjectPublicKeyInfo, or as RSAPublicKey alone, which the RFC's text allows. */
function rsaBits(octets: Buffer): number | undefined {
  // OpenSSL takes a hundred times as long as a look at the usual form, and mail hosts have keys by the thousand.
  const usual = rsaModulusBits(octets);
  if (usual !== undefined) return usual;
  const key = publicKey(octets, "spki") ?? publicKey(octets, "pkcs1");
  return key?.asymmetricKeyType === "rsa" ? key.asymmetricKeyDetails?.modulusLength : undefined;
}

function publicKey(key: Buffer, type: "spki" | "pkcs1"): KeyObject | undefined {
  try {
    return createPublicKey({ key, format: "der", type });
  } catch {
    // What OpenSSL cannot read is no key, whatever its reason.
    return undefined;
  }
}
