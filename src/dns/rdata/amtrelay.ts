import { TYPE } from "../type.ts";
import type { RdataCodec } from "./codec.ts";
import { layout, type Member, type NameUse } from "./layout.ts";
import { endpointNames, largestEndpointKind, parseEndpoint, printEndpoint } from "./members/endpoint.ts";
import { parseNumber, u8 } from "./members/integer.ts";

const discovery = 0x80;
const use: NameUse = { role: "target", compressible: false, additional: false };

/** Whether discovery is optional (one bit), type of the relay (seven), and the relay in the form of its type. */
const relay: Member = {
  parse(fields, out) {
    const optional = parseNumber(fields, "whether discovery is optional", 1);
    const kind = parseNumber(fields, "the relay type", largestEndpointKind);
    out.u8(kind | (optional === 1 ? discovery : 0));
    parseEndpoint(fields, out, kind, "the relay");
  },
  print(wire) {
    const head = wire.u8();
    const kind = head & ~discovery;
    return `${head & discovery ? 1 : 0} ${kind} ${printEndpoint(wire, kind)}`;
  },
  names: (wire) => endpointNames(wire, wire.u8() & ~discovery, use),
};

/** AMTRELAY: a relay that tunnels multicast. */
export const amtrelay = {
  mnemonic: "AMTRELAY",
  code: TYPE.AMTRELAY,
  rfc: "RFC 8777 §4",
  ...layout(u8("the precedence"), relay),
  examples: [
    { text: "10 0 1 203.0.113.15", wire: "0a01cb00710f" },
    { text: "10 0 2 2001:db8::15", wire: "0a0220010db8000000000000000000000015" },
    { text: "128 1 3 amtrelays.example.com.", wire: "808309616d7472656c617973076578616d706c6503636f6d00" },
    { text: "10 0 0 .", wire: "0a00" },
  ],
} as const satisfies RdataCodec;
