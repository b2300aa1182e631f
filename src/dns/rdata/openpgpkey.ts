import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { base64Member } from "./members/base64.ts";

/** OPENPGPKEY: the OpenPGP key of a mail user. */
export const openpgpkey = {
  mnemonic: "OPENPGPKEY",
  code: TYPE.OPENPGPKEY,
  rfc: "RFC 7929 §2",
  ...layout(base64Member("the key")),
  examples: [
    {
      text: "mQINBFit2jsBEADrbl5vjVxYeAE0g0IDYCBpHirv1Sjlqxx5",
      wire: "99020d0458adda3b011000eb6e5e6f8d5c587801348342036020691e2aefd528e5ab1c79",
    },
  ],
} as const satisfies RdataCodec;
