import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout, type Member, type NameUse } from "./layout.ts";
import { base64Of, parseBase64 } from "./members/base64.ts";
import { endpointNames, largestEndpointKind, parseEndpoint, printEndpoint } from "./members/endpoint.ts";
import { parseNumber, u8 } from "./members/integer.ts";

const key = "the public key in base64";
const use: NameUse = { role: "target", compressible: false, additional: false };

/** Type of the gateway, algorithm, the gateway in the form of its type, and the key, which algorithm 0 may lack. */
const gatewayAndKey: Member = {
  parse(fields, out) {
    const kind = parseNumber(fields, "the gateway type", largestEndpointKind);
    const algorithm = parseNumber(fields, "the algorithm", 0xff);
    out.u8(kind);
    out.u8(algorithm);
    parseEndpoint(fields, out, kind, "the gateway");
    if (!(algorithm === 0 && fields.atEnd)) out.octets(parseBase64(fields, key));
  },
  print(wire) {
    const kind = wire.u8();
    const algorithm = wire.u8();
    const gateway = printEndpoint(wire, kind);
    const octets = wire.rest();
    if (octets.length === 0 && algorithm !== 0) throw new RdataError("the public key is missing");
    const start = `${kind} ${algorithm} ${gateway}`;
    return octets.length === 0 ? start : `${start} ${base64Of(octets)}`;
  },
  names(wire) {
    const kind = wire.u8();
    wire.u8();
    const names = endpointNames(wire, kind, use);
    wire.rest();
    return names;
  },
};

/** IPSECKEY: the key and the gateway for IPsec to the owner. */
export const ipseckey = {
  mnemonic: "IPSECKEY",
  code: TYPE.IPSECKEY,
  rfc: "RFC 4025 §2",
  ...layout(u8("the precedence"), gatewayAndKey),
  examples: [
    {
      text: "10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
      wire: "0a0102c0000226010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801",
    },
    {
      text: "10 0 2 . AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
      wire: "0a0002010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801",
    },
    {
      text: "10 3 2 mygateway.example.com. AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
      wire: "0a0302096d7967617465776179076578616d706c6503636f6d00010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801",
    },
    {
      text: "10 2 2 2001:db8:0:8002::2000:1 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
      wire: "0a020220010db8000080020000000020000001010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801",
    },
  ],
} as const satisfies RdataCodec;
