import type { Member } from "../layout.ts";
import { dnssecAlgorithms } from "./algorithm.ts";
import { base64Member } from "./base64.ts";
import { u8, u16, u32 } from "./integer.ts";
import { nameMember } from "./name.ts";
import { timeMember } from "./time.ts";
import { typeMember } from "./type-bitmap.ts";

/** What RRSIG consists of (RFC 4034 §3), and SIG before it. */
export const signatureMembers: readonly Member[] = [
  typeMember("the type covered"),
  u8("the algorithm", dnssecAlgorithms),
  u8("the number of labels"),
  u32("the original TTL"),
  timeMember("the expiration"),
  timeMember("the inception"),
  u16("the key tag"),
  nameMember("the signer's name", { role: "signer", compressible: false, additional: false }),
  base64Member("the signature"),
];
