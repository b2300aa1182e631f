/** A way to sign that is verified here: what hashes, and for which kind of key. */
export interface SignatureScheme {
  /** Of node:crypto; null where the signature hashes by itself. */
  readonly hash: "sha1" | "sha256" | "sha384" | "sha512" | null;
  readonly kind: "RSA" | "P-256" | "P-384" | "Ed25519" | "Ed448";
}

/** By number in IANA's "DNS Security Algorithm Numbers". */
export const signatureSchemes: ReadonlyMap<number, SignatureScheme> = new Map([
  [5, { hash: "sha1", kind: "RSA" }],
  [7, { hash: "sha1", kind: "RSA" }],
  [8, { hash: "sha256", kind: "RSA" }],
  [10, { hash: "sha512", kind: "RSA" }],
  [13, { hash: "sha256", kind: "P-256" }],
  [14, { hash: "sha384", kind: "P-384" }],
  [15, { hash: null, kind: "Ed25519" }],
  [16, { hash: null, kind: "Ed448" }],
]);

/** Algorithms that are not to sign any more, and where that is said. */
export const retiredAlgorithms: ReadonlyMap<number, { readonly name: string; readonly rfc: string }> =
  new Map([
    [1, { name: "RSAMD5", rfc: "RFC 8624 §3.1" }],
    [3, { name: "DSA", rfc: "RFC 8624 §3.1" }],
    [5, { name: "RSASHA1", rfc: "RFC 9905" }],
    [6, { name: "DSA-NSEC3-SHA1", rfc: "RFC 8624 §3.1" }],
    [7, { name: "RSASHA1-NSEC3-SHA1", rfc: "RFC 9905" }],
    [12, { name: "ECC-GOST", rfc: "RFC 9906" }],
  ]);

/** Types of DS digests that are not to be used any more, and where that is said. */
export const retiredDigests: ReadonlyMap<number, { readonly name: string; readonly rfc: string }> = new Map([
  [1, { name: "SHA-1", rfc: "RFC 9905" }],
  [3, { name: "GOST R 34.11-94", rfc: "RFC 9906" }],
]);

/** The types of DS digests that are made here, by number, as node:crypto names them. */
export const digestTypes: ReadonlyMap<number, string> = new Map([
  [1, "sha1"],
  [2, "sha256"],
  [4, "sha384"],
]);

/** Algorithms and digest types that IANA has assigned and that nobody advises against, though not all are verified here. */
export const assignedAlgorithms: ReadonlySet<number> = new Set([8, 10, 13, 14, 15, 16, 17, 23, 253, 254]);
export const assignedDigests: ReadonlySet<number> = new Set([2, 4, 5, 6]);
