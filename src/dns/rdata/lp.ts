import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";

/** LP: a name that has locators for a host with ILNP. */
export const lp = {
  mnemonic: "LP",
  code: TYPE.LP,
  rfc: "RFC 6742 §2.4",
  ...layout(
    u16("the preference"),
    nameMember("the name of a subnetwork", { role: "target", compressible: false, additional: false }),
  ),
  examples: [
    { text: "10 l64-subnet1.example.com.", wire: "000a0b6c36342d7375626e657431076578616d706c6503636f6d00" },
  ],
} as const satisfies RdataCodec;
