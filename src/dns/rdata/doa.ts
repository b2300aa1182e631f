import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { base64Of, parseBase64 } from "./members/base64.ts";
import { u8, u32 } from "./members/integer.ts";
import { stringMember } from "./members/string.ts";

/** All that is left, as base64; "-" if that is nothing. */
const data: Member = {
  parse(fields, out) {
    const expected = 'the data in base64, or "-"';
    if (fields.peek === "-") fields.word(expected);
    else out.octets(parseBase64(fields, expected));
  },
  print: (wire) => (wire.atEnd ? "-" : base64Of(wire.rest())),
};

/** DOA: a digital object, or where it is. */
export const doa = {
  mnemonic: "DOA",
  code: TYPE.DOA,
  rfc: "draft-durand-doa-over-dns",
  ...layout(
    u32("the enterprise number"),
    u32("the type"),
    u8("the location"),
    stringMember("the media type"),
    data,
  ),
  examples: [
    { text: '0 1 2 "text/plain" AQIDBA==', wire: "0000000000000001020a746578742f706c61696e01020304" },
    { text: '4294967295 0 255 "" -', wire: "ffffffff00000000ff00" },
  ],
} as const satisfies RdataCodec;
