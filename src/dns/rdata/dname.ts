import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { nameMember } from "./members/name.ts";

/** DNAME: all names below its owner are aliases of the same names below the target. */
export const dname = {
  mnemonic: "DNAME",
  code: TYPE.DNAME,
  rfc: "RFC 6672",
  ...layout(
    nameMember("the name of another tree", { role: "target", compressible: false, additional: false }),
  ),
  examples: [{ text: "other.example.", wire: "056f74686572076578616d706c6500" }],
} as const satisfies RdataCodec;
