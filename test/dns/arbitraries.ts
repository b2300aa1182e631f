import fc from "fast-check";
import { type Name, nameFromWire } from "../../src/dns/index.ts";

const label = fc.oneof(
  fc
    .string({ unit: fc.constantFrom(..."abAB01-_*"), minLength: 1, maxLength: 4 })
    .map((text) => Buffer.from(text)),
  fc.uint8Array({ minLength: 1, maxLength: 63 }),
);

/** Names of few labels, from a small alphabet or of any octets, up to the longest there are. */
export const anyName: fc.Arbitrary<Name> = fc
  .array(label, { maxLength: 8 })
  .map((labels) => {
    const wire = labels.flatMap((octets) => [octets.length, ...octets]);
    return Uint8Array.of(...wire, 0);
  })
  .filter((wire) => wire.length <= 255)
  .map((wire) => nameFromWire(wire).name);
