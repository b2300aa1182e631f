/**
 * IANA's "DNS Security Algorithm Numbers" that zone files name by mnemonic (RFC 4034 appendix A.1 and later),
 * and the names BIND gives some of them.
 */
export const dnssecAlgorithms: ReadonlyMap<string, number> = new Map([
  ["DELETE", 0],
  ["RSAMD5", 1],
  ["DH", 2],
  ["DSA", 3],
  ["RSASHA1", 5],
  ["DSA-NSEC3-SHA1", 6],
  ["NSEC3DSA", 6],
  ["RSASHA1-NSEC3-SHA1", 7],
  ["NSEC3RSASHA1", 7],
  ["RSASHA256", 8],
  ["RSASHA512", 10],
  ["ECC-GOST", 12],
  ["ECCGOST", 12],
  ["ECDSAP256SHA256", 13],
  ["ECDSA256", 13],
  ["ECDSAP384SHA384", 14],
  ["ECDSA384", 14],
  ["ED25519", 15],
  ["ED448", 16],
  ["INDIRECT", 252],
  ["PRIVATEDNS", 253],
  ["PRIVATEOID", 254],
]);
