import { type KeyObject, verify } from "node:crypto";
import { signatureSchemes } from "./algorithms.ts";
import { type DnsKey, isZoneKey, REVOKED } from "./key.ts";
import { publicKeyOf } from "./public-key.ts";
import type { Signature } from "./signature.ts";

/** `unknown`: by an algorithm that is not verified here. `unread`: no key of that tag can be read. */
export type Verdict = "good" | "bad" | "no key" | "unread" | "unknown";

/** Verifies signatures with the keys of a zone. */
export class Verifier {
  readonly #keys: ReadonlyMap<string, readonly DnsKey[]>;
  readonly #objects = new Map<DnsKey, KeyObject | undefined>();
  #work = 0;

  constructor(keys: readonly DnsKey[]) {
    const signing = keys.filter((key) => isZoneKey(key) || (key.flags & REVOKED) !== 0);
    this.#keys = Map.groupBy(signing, (key) => idOf(key));
  }

  /** What was done so far: 1 for each time a key was tried, as keys may share a tag, and 1 for every 4096 octets. */
  get work(): number {
    return this.#work;
  }

  /** Whether the zone has a key that this signature may be of. */
  hasKeyOf(signature: Signature): boolean {
    return this.#keys.has(idOf(signature));
  }

  verify(signature: Signature, octets: Uint8Array): Verdict {
    const scheme = signatureSchemes.get(signature.algorithm);
    if (!scheme) return "unknown";
    const cost = 1 + (octets.length >> 12);
    this.#work += cost;
    const keys = this.#keys.get(idOf(signature));
    if (!keys) return "no key";
    let verdict: Verdict = "unread";
    for (const key of keys) {
      const object = this.#objectOf(key);
      if (!object) continue;
      if (verdict === "bad") this.#work += cost;
      verdict = "bad";
      if (isSignedBy(object, scheme.hash, octets, signature.octets)) return "good";
    }
    return verdict;
  }

  #objectOf(key: DnsKey): KeyObject | undefined {
    if (!this.#objects.has(key)) this.#objects.set(key, publicKeyOf(key.algorithm, key.publicKey));
    return this.#objects.get(key);
  }
}

function isSignedBy(key: KeyObject, hash: string | null, octets: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(hash, octets, { key, dsaEncoding: "ieee-p1363" }, signature);
  } catch {
    // OpenSSL refuses some keys, as those with an even exponent, only when they are used.
    return false;
  }
}

function idOf({ algorithm, tag }: { readonly algorithm: number; readonly tag: number }): string {
  return `${algorithm} ${tag}`;
}
