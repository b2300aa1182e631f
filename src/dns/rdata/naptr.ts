import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";
import { stringMember } from "./members/string.ts";

/** NAPTR: a rule that rewrites a string into a URI or into the next name to look up. */
export const naptr = {
  mnemonic: "NAPTR",
  code: TYPE.NAPTR,
  rfc: "RFC 3403 §4",
  ...layout(
    u16("the order"),
    u16("the preference"),
    stringMember("the flags"),
    stringMember("the services"),
    stringMember("the regular expression"),
    nameMember("the replacement name", { role: "target", compressible: false, additional: false }),
  ),
  examples: [
    {
      text: '100 50 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .',
      wire: "006400320175074532552b7369701b215e2e2a24217369703a696e666f406578616d706c652e636f6d2100",
    },
    { text: '100 50 "s" "" "" b.', wire: "0064003201730000016200" },
  ],
} as const satisfies RdataCodec;
