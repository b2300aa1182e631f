import fc from "fast-check";
import { type Message, type Name, nameFromWire, type WireRR } from "../../../src/dns/index.ts";

/** Any name, with labels of any octets. */
export const anyName: fc.Arbitrary<Name> = fc
  .array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { maxLength: 6 })
  .map(
    (labels) =>
      nameFromWire(Uint8Array.from([...labels.flatMap((label) => [label.length, ...label]), 0])).name,
  );

/** Records of a type without names in its RDATA. */
export const anyRecord: fc.Arbitrary<WireRR> = fc.record({
  name: anyName,
  type: fc.constantFrom(1, 16, 257, 65280),
  class: fc.constant(1),
  ttl: fc.nat(0x7fffffff),
  rdata: fc.uint8Array({ maxLength: 40 }),
});

export const anyMessage: fc.Arbitrary<Message> = fc.record(
  {
    id: fc.nat(0xffff),
    flags: fc.record({
      qr: fc.boolean(),
      aa: fc.boolean(),
      tc: fc.boolean(),
      rd: fc.boolean(),
      ra: fc.boolean(),
      opcode: fc.nat(15),
      rcode: fc.nat(15),
    }),
    question: fc.array(fc.record({ name: anyName, type: fc.nat(0xffff), class: fc.nat(0xffff) }), {
      maxLength: 2,
    }),
    answer: fc.array(anyRecord, { maxLength: 8 }),
    authority: fc.array(anyRecord, { maxLength: 3 }),
    additional: fc.array(anyRecord, { maxLength: 3 }),
    edns: fc.record({
      udpSize: fc.nat(0xffff),
      do: fc.boolean(),
      version: fc.nat(255),
      options: fc.array(fc.record({ code: fc.nat(0xffff), data: fc.uint8Array({ maxLength: 9 }) }), {
        maxLength: 3,
      }),
    }),
  },
  { requiredKeys: ["id", "flags", "question", "answer", "authority", "additional"] },
);

/** A message with a question for `www.example.` and what else is given. */
export function messageWith(parts: Partial<Message>): Message {
  return {
    id: 0x1234,
    flags: { qr: true, aa: true, tc: false, rd: false, ra: false, opcode: 0, rcode: 0 },
    question: [{ name: "www.example." as Name, type: 1, class: 1 }],
    answer: [],
    authority: [],
    additional: [],
    ...parts,
  };
}

/** A record in class IN with RDATA given in hex. */
export function record(name: string, type: number, rdata: string): WireRR {
  return { name: name as Name, type, class: 1, ttl: 300, rdata: Uint8Array.from(Buffer.from(rdata, "hex")) };
}
