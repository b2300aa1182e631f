import { labelsOf } from "../name.ts";
import { nameFromWire } from "../name-wire.ts";
import { TYPE } from "../type.ts";
import { type RdataCodec, RdataError } from "./codec.ts";
import { layout } from "./layout.ts";
import { signatureMembers } from "./members/signature.ts";

const members = layout(...signatureMembers);

/** Where the number of labels and the signer's name stand, on the wire and in text. */
const labelsAt = 3;
const signerAt = 18;
const signerField = 7;

/** The owner is in the zone that signs, so it has as many labels as the zone, or more (RFC 4034 §3.1.3, §3.1.7). */
function checkLabels(wire: Uint8Array): void {
  const signer = labelsOf(nameFromWire(wire, signerAt).name).length;
  const owner = wire[labelsAt]!;
  if (signer > owner) {
    throw new RdataError(`the signer's name has ${signer} labels, but the owner ${owner}`, {
      field: signerField,
      expected: `a name of at most ${owner} labels`,
    });
  }
}

/** RRSIG: the signature of one RRset. */
export const rrsig = {
  mnemonic: "RRSIG",
  code: TYPE.RRSIG,
  rfc: "RFC 4034 §3",
  parse(fields, origin) {
    const wire = members.parse(fields, origin);
    checkLabels(wire);
    return wire;
  },
  print(wire) {
    const text = members.print(wire);
    checkLabels(wire);
    return text;
  },
  names: members.names,
  examples: [
    {
      text:
        "A 5 3 86400 20300322173103 20300220173103 2642 example.com. " +
        "oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTrPYGv07h108dUKGMeDPKijVCHX3DDKdfb+v6oB9wfuh3DTJXUAfI/" +
        "M0zmO/zz8bW0Rznl8O3tGNazPwQKkRN20XPXV6nwwfoXmJQbsLNrLfkGJ5D6fwFm8nN+6pBzeDQfsS3Ap3o=",
      wire: "0001050300015180714646d7711eb9d70a52076578616d706c6503636f6d00a090755ba58d1affa576f4375831b4310920e481218d18a9f164eb3d81afd3b875d3c75428631e0cf2a28d50875f70c329d7dbfafea807dc1fba1dc34c95d401f23f334ce63bfcf3f1b5b44739e5f0eded18d6b33f040a911376d173d757a9f0c1fa1798941bb0b36b2df9062790fa7f0166f2737eea907378341fb12dc0a77a",
    },
  ],
} as const satisfies RdataCodec;
