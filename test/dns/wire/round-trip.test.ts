import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  codecOf,
  decodeMessage,
  encodeMessage,
  type Name,
  rdataCodecs,
  rdataNames,
} from "../../../src/dns/index.ts";
import { compressibleNames } from "../../../src/dns/wire/index.ts";
import { anyMessage, messageWith, record } from "./messages.ts";

describe("a message", () => {
  test("is the same after encoding and decoding", () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(decodeMessage(encodeMessage(message))).toEqual(message);
      }),
      { numRuns: 300 },
    );
  });

  test("keeps a twelve-bit code when it has EDNS, and cannot be written without", () => {
    const flags = { ...messageWith({}).flags, rcode: 16 };
    const edns = { udpSize: 1232, do: true, version: 0, options: [] };
    expect(decodeMessage(encodeMessage(messageWith({ flags, edns }))).flags.rcode).toBe(16);
    expect(() => encodeMessage(messageWith({ flags }))).toThrow("needs EDNS");
  });

  test("reads a TTL with the top bit set as 0", () => {
    const octets = Buffer.from(
      encodeMessage(messageWith({ answer: [record("www.example.", 1, "c0000201")] })),
    );
    octets.writeUInt32BE(0x80000001, octets.length - 10);
    expect(decodeMessage(octets).answer[0]?.ttl).toBe(0);
  });
});

describe("RDATA", () => {
  test("of every type keeps its octets, whatever names in it are compressed on the way", () => {
    for (const codec of rdataCodecs) {
      for (const { text, wire } of codec.examples) {
        const answer = [record("www.example.", codec.code, wire), record("example.", codec.code, wire)];
        const back = decodeMessage(encodeMessage(messageWith({ answer }))).answer;
        expect({ text, rdata: back.map(({ rdata }) => Buffer.from(rdata).toString("hex")) }).toEqual({
          text,
          rdata: [wire, wire],
        });
      }
    }
  });

  test("has its compressible names where the codec of its type has them", () => {
    for (const codec of rdataCodecs) {
      for (const { wire } of codec.examples) {
        const rdata = Buffer.from(wire, "hex");
        const byCodec = rdataNames(codec.code, rdata).filter(({ compressible }) => compressible);
        const places = compressibleNames(codec.code, rdata).map(({ start, end }) => [start, end - start]);
        expect([codec.mnemonic, places]).toEqual([
          codec.mnemonic,
          byCodec.map((name) => [name.offset, name.length]),
        ]);
      }
    }
    expect(codecOf(2)?.mnemonic).toBe("NS");
  });

  test("that is not of its type's form is written as it is", () => {
    const odd = record("www.example.", 15, "0000");
    const octets = encodeMessage(messageWith({ answer: [odd] }));
    expect(Buffer.from(octets.subarray(-4)).toString("hex")).toBe("00020000");
  });
});

describe("name compression", () => {
  const mx = (host: string) => `000a${host}`;

  test("points owners and the names of RFC 1035's types at what stands before", () => {
    const answer = [
      record("www.example.", 5, "046d61696c076578616d706c6500"),
      record("mail.example.", 15, mx("046d61696c076578616d706c6500")),
    ];
    const octets = Buffer.from(encodeMessage(messageWith({ answer }))).toString("hex");
    expect(octets.slice(24)).toBe(
      [
        "03777777076578616d706c65000001" + "0001",
        "c00c" + "0005" + "0001" + "0000012c" + "0007" + "046d61696cc010",
        "c029" + "000f" + "0001" + "0000012c" + "0004" + "000ac029",
      ].join(""),
    );
  });

  test("leaves the target of SRV whole, as RFC 2782 wants it", () => {
    const target = "000000000050" + "03777777076578616d706c6500";
    const octets = encodeMessage(messageWith({ answer: [record("www.example.", 33, target)] }));
    expect(Buffer.from(octets).toString("hex").endsWith(target)).toBe(true);
  });

  test("keeps the case of every name", () => {
    const answer = [record("WWW.example.", 5, "03777777074558414d504c4500")];
    const [back] = decodeMessage(encodeMessage(messageWith({ answer }))).answer;
    expect(back?.name).toBe("WWW.example.");
    expect(Buffer.from(back!.rdata).toString("latin1")).toContain("EXAMPLE");
  });

  test("never points past what a pointer can reach", () => {
    const names = Array.from({ length: 900 }, (_, i) => `host-number-${i}.some-zone-or-other.example.`);
    const answer = names.flatMap((name) => [record(name, 1, "c0000201"), record(name, 1, "c0000202")]);
    const octets = encodeMessage(messageWith({ answer }));
    expect(octets.length).toBeGreaterThan(0x4000);
    expect(decodeMessage(octets).answer.map(({ name }) => name)).toEqual(
      answer.map(({ name }) => name as Name),
    );
  });
});
