import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout } from "./layout.ts";
import { u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";

/** SRV: a host and port where a service is found; target "." says that the service is not offered. */
export const srv = {
  mnemonic: "SRV",
  code: TYPE.SRV,
  rfc: "RFC 2782",
  ...layout(
    u16("the priority"),
    u16("the weight"),
    u16("the port"),
    nameMember("the name of the host that offers the service", {
      role: "target",
      compressible: false,
      additional: true,
    }),
  ),
  examples: [
    { text: "10 60 5060 sip.example.", wire: "000a003c13c403736970076578616d706c6500" },
    { text: "0 0 0 .", wire: "00000000000000" },
  ],
} as const satisfies RdataCodec;
