import { createHash } from "node:crypto";
import { type Name, nameKey, nameToWire, type Zone } from "../../dns/index.ts";
import { digestTypes } from "./algorithms.ts";
import { type DnsKey, keyText, REVOKED } from "./key.ts";

/** The digest of a key (RFC 4034 §5), from DS or CDS RDATA. */
export interface KeyDigest {
  readonly row: number;
  readonly tag: number;
  readonly algorithm: number;
  readonly type: number;
  readonly digest: Uint8Array;
}

/** Undefined where the data is too short to be one. */
export function readDigest(zone: Zone, row: number): KeyDigest | undefined {
  const rdata = zone.rdata(row);
  if (rdata.length < 5) return undefined;
  return {
    row,
    tag: rdata[0]! * 256 + rdata[1]!,
    algorithm: rdata[2]!,
    type: rdata[3]!,
    digest: rdata.subarray(4),
  };
}

export function readDigests(zone: Zone, rows: readonly number[]): readonly KeyDigest[] {
  return rows.flatMap((row) => readDigest(zone, row) ?? []);
}

/** How a digest stands to some keys: of one of them; of none; or with the tag of one and not its digest. */
export type DigestMatch = "key" | "none" | "other digest";

/** Finds the key that a digest is of, among those of a zone that are not revoked. */
export class KeyDigests {
  readonly #owner: Uint8Array;
  readonly #keys: readonly DnsKey[];
  readonly #byTag: ReadonlyMap<string, DnsKey>;
  /** By type of digest, the keys by tag, algorithm and digest. */
  readonly #byDigest = new Map<number, ReadonlyMap<string, DnsKey>>();

  constructor(owner: Name, keys: readonly DnsKey[]) {
    this.#owner = nameToWire(nameKey(owner));
    this.#keys = keys.filter(({ flags }) => (flags & REVOKED) === 0);
    this.#byTag = new Map(this.#keys.map((key) => [keyText(key), key]));
  }

  /** The key a digest is of; by its tag alone where digests of its type are not made here. */
  keyOf(digest: KeyDigest): DnsKey | undefined {
    const hash = digestTypes.get(digest.type);
    if (hash === undefined) return this.#byTag.get(keyText(digest));
    return this.#digests(digest.type, hash).get(`${keyText(digest)} ${hexOf(digest.digest)}`);
  }

  matchOf(digest: KeyDigest): DigestMatch {
    if (this.keyOf(digest)) return "key";
    return this.#byTag.has(keyText(digest)) ? "other digest" : "none";
  }

  #digests(type: number, hash: string): ReadonlyMap<string, DnsKey> {
    let known = this.#byDigest.get(type);
    if (!known) {
      known = new Map(this.#keys.map((key) => [`${keyText(key)} ${this.#digestOf(key, hash)}`, key]));
      this.#byDigest.set(type, known);
    }
    return known;
  }

  #digestOf(key: DnsKey, hash: string): string {
    return createHash(hash).update(this.#owner).update(key.rdata).digest("hex");
  }
}

function hexOf(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex");
}
