import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { dnssecAlgorithms } from "./members/algorithm.ts";
import { base64Member } from "./members/base64.ts";
import { type Mnemonics, u8, u16 } from "./members/integer.ts";

/** IANA's "CERT RR Certificate Types". */
const types: Mnemonics = new Map([
  ["PKIX", 1],
  ["SPKI", 2],
  ["PGP", 3],
  ["IPKIX", 4],
  ["ISPKI", 5],
  ["IPGP", 6],
  ["ACPKIX", 7],
  ["IACPKIX", 8],
  ["URI", 253],
  ["OID", 254],
]);

/** CERT: a certificate, or where to find one. */
export const cert = {
  mnemonic: "CERT",
  code: TYPE.CERT,
  rfc: "RFC 4398 §2",
  ...layout(
    u16("the certificate type", types),
    u16("the key tag"),
    u8("the algorithm", dnssecAlgorithms),
    base64Member("the certificate"),
  ),
  examples: [{ text: "1 12345 8 AQIDBA==", wire: "000130390801020304" }],
} as const satisfies RdataCodec;
