import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout, type Member } from "./layout.ts";
import { parseNumber, u16 } from "./members/integer.ts";
import { nameMember } from "./members/name.ts";
import { typeMember } from "./members/type-bitmap.ts";

const notify = 1;

/** IANA's "DSYNC: Location of Synchronization Endpoints", printed by name where there is one. */
const scheme: Member = {
  parse: (fields, out) => out.u8(parseNumber(fields, "the scheme", 0xff, new Map([["NOTIFY", notify]]))),
  print(wire) {
    const value = wire.u8();
    return value === notify ? "NOTIFY" : String(value);
  },
};

/** DSYNC: where a child zone may tell its parent that it has something to copy. */
export const dsync = {
  mnemonic: "DSYNC",
  code: TYPE.DSYNC,
  rfc: "RFC 9859 §2",
  ...layout(
    typeMember("the type the endpoint is for"),
    scheme,
    u16("the port"),
    nameMember("the name of the endpoint", { role: "target", compressible: false, additional: false }),
  ),
  examples: [
    {
      text: "CDS NOTIFY 5359 cds-scanner.example.net.",
      wire: "003b0114ef0b6364732d7363616e6e6572076578616d706c65036e657400",
    },
    { text: "TYPE1000 200 53 .", wire: "03e8c8003500" },
  ],
} as const satisfies RdataCodec;
