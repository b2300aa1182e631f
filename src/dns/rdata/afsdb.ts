import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";

/** AFSDB: a server of an AFS cell or of DCE. */
export const afsdb = {
  mnemonic: "AFSDB",
  code: TYPE.AFSDB,
  rfc: "RFC 1183 §1",
  ...layout(
    u16("the subtype"),
    nameMember("the name of a server", { role: "target", compressible: false, additional: true }),
  ),
  examples: [{ text: "1 afs.example.", wire: "000103616673076578616d706c6500" }],
} as const satisfies RdataCodec;
