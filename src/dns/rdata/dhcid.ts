import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { base64Member } from "./members/base64.ts";

/** DHCID: which DHCP client the owner belongs to. */
export const dhcid = {
  mnemonic: "DHCID",
  code: TYPE.DHCID,
  rfc: "RFC 4701 §3",
  ...layout(base64Member("the identifier")),
  examples: [
    {
      text: "AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=",
      wire: "000201636fc0b8271c82825bb1ac5c41cf5351aa69b4febd94e8f17cdb95000da48c40",
    },
  ],
} as const satisfies RdataCodec;
