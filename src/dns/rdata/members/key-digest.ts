import type { Member } from "../layout.ts";
import { dnssecAlgorithms } from "./algorithm.ts";
import { u8, u16 } from "./integer.ts";
import { typedDigest } from "./typed-digest.ts";

/** What DS consists of, and the types written like it: the digest of a key, with the key's tag (RFC 4034 §5). */
export const keyDigestMembers: readonly Member[] = [
  u16("the key tag"),
  u8("the algorithm", dnssecAlgorithms),
  typedDigest("the digest type", "the digest", {
    lengths: new Map([
      [1, 20],
      [2, 32],
      [4, 48],
    ]),
    least: 1,
    mnemonics: new Map([
      ["SHA1", 1],
      ["SHA-1", 1],
      ["SHA256", 2],
      ["SHA-256", 2],
      ["GOST", 3],
      ["SHA384", 4],
      ["SHA-384", 4],
    ]),
  }),
];
