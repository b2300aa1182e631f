import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { stringMember } from "./members/string.ts";

const subaddress = stringMember("the subaddress");

/** A member that may be left out at the end. */
const optionalSubaddress: Member = {
  parse(fields, out) {
    if (!fields.atEnd) subaddress.parse(fields, out);
  },
  print: (wire) => (wire.atEnd ? "" : subaddress.print(wire)),
};

/** ISDN: the telephone number of a host. */
export const isdn = {
  mnemonic: "ISDN",
  code: TYPE.ISDN,
  rfc: "RFC 1183 §3.2",
  ...layout(stringMember("the ISDN address"), optionalSubaddress),
  examples: [
    { text: '"150862028003217" "004"', wire: "0f31353038363230323830303332313703303034" },
    { text: '"150862028003217"', wire: "0f313530383632303238303033323137" },
  ],
} as const satisfies RdataCodec;
