import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { locatorMember } from "./members/locator.ts";

/** NID: the node identifier of a host with ILNP. */
export const nid = {
  mnemonic: "NID",
  code: TYPE.NID,
  rfc: "RFC 6742 §2.1",
  ...layout(u16("the preference"), locatorMember("the node identifier")),
  examples: [{ text: "10 14:4fff:ff20:ee64", wire: "000a00144fffff20ee64" }],
} as const satisfies RdataCodec;
