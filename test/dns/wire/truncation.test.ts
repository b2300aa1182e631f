import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  decodeMessage,
  encodeMessage,
  type Message,
  MessageError,
  type WireRR,
} from "../../../src/dns/index.ts";
import { Writer } from "../../../src/dns/wire/writer.ts";
import { anyMessage, messageWith, record } from "./messages.ts";

const edns = { udpSize: 1232, do: false, version: 0, options: [] };

function addresses(owner: string, count: number): WireRR[] {
  return Array.from({ length: count }, (_, i) =>
    record(owner, 1, `c00002${i.toString(16).padStart(2, "0")}`),
  );
}

function cut(message: Message, limit: number): Message {
  const octets = encodeMessage(message, { limit });
  expect(octets.length).toBeLessThanOrEqual(limit);
  return decodeMessage(octets);
}

describe("a message that does not fit its limit", () => {
  test("loses whole RRsets from the first that does not fit on, and says so with TC", () => {
    const answer = [
      ...addresses("www.example.", 10),
      ...addresses("b.example.", 40),
      ...addresses("c.example.", 1),
    ];
    const short = cut(messageWith({ answer, authority: addresses("d.example.", 1) }), 512);
    expect(short.answer).toEqual(answer.slice(0, 10));
    expect(short.authority).toEqual([]);
    expect(short.flags.tc).toBe(true);
  });

  test("keeps its OPT record", () => {
    const short = cut(messageWith({ answer: addresses("www.example.", 60), edns }), 512);
    expect(short).toMatchObject({ answer: [], edns, flags: { tc: true } });
  });

  test("has no TC where only additional records were left out", () => {
    const answer = addresses("www.example.", 2);
    const short = cut(messageWith({ answer, additional: addresses("ns.example.", 60) }), 512);
    expect(short).toMatchObject({ answer, additional: [], flags: { tc: false } });
  });

  test("has TC where a referral lost its glue", () => {
    const referral = messageWith({
      flags: { ...messageWith({}).flags, aa: false },
      authority: [record("www.example.", 2, "026e73c00c".replace("c00c", "03777777076578616d706c6500"))],
      additional: addresses("ns.www.example.", 60),
    });
    expect(cut(referral, 512).flags.tc).toBe(true);
    expect(cut({ ...referral, additional: addresses("ns.www.example.", 2) }, 512).flags.tc).toBe(false);
  });

  test("never points at a name that was taken back", () => {
    const name = Buffer.from("\x03www\x07example\x00", "latin1");
    const writer = new Writer();
    writer.u16(0);
    writer.name(name);
    writer.truncate(2);
    writer.name(name);
    writer.name(name);
    expect(Buffer.from(writer.finish()).toString("hex")).toBe(`0000${name.toString("hex")}c002`);
  });

  test("is within the limit and a message for every limit that has room for its question", () => {
    fc.assert(
      fc.property(anyMessage, fc.integer({ min: 12, max: 1500 }), (message, limit) => {
        try {
          const octets = encodeMessage(message, { limit });
          expect(octets.length).toBeLessThanOrEqual(limit);
          decodeMessage(octets);
        } catch (error) {
          expect(error).toBeInstanceOf(MessageError);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is never longer than TCP can say, without a limit either", () => {
    const answer = Array.from({ length: 10 }, (_, i) => record(`t${i}.example.`, 16, "ff".repeat(12_000)));
    const octets = encodeMessage(messageWith({ answer }));
    expect(octets.length).toBeLessThanOrEqual(65_535);
    expect(decodeMessage(octets).flags.tc).toBe(true);
  });
});
