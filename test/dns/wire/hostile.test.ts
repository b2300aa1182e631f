import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decodeMessage, encodeMessage, MessageError } from "../../../src/dns/index.ts";
import { anyMessage, messageWith, record } from "./messages.ts";

function hex(...parts: readonly string[]): Uint8Array {
  return Buffer.from(parts.join(""), "hex");
}

/** A header with these counts of questions, answers, authority and additional records. */
function header(questions: number, answers = 0, authority = 0, additional = 0): string {
  const counts = [questions, answers, authority, additional].map((count) =>
    count.toString(16).padStart(4, "0"),
  );
  return `12340000${counts.join("")}`;
}

function decodesOrRefuses(octets: Uint8Array): void {
  try {
    decodeMessage(octets);
  } catch (error) {
    expect(error).toBeInstanceOf(MessageError);
  }
}

describe("octets from anywhere", () => {
  test("are a message or a MessageError, nothing else", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), decodesOrRefuses), { numRuns: 3000 });
  });

  test("that claim many records are a message or a MessageError", () => {
    const body = fc.uint8Array({ minLength: 0, maxLength: 300 });
    fc.assert(
      fc.property(body, (rest) =>
        decodesOrRefuses(Buffer.concat([hex(header(1, 0xffff, 0xffff, 0xffff)), rest])),
      ),
      { numRuns: 1000 },
    );
  });

  test("that were a message before one octet changed, or before the end was cut off, are too", () => {
    fc.assert(
      fc.property(anyMessage, fc.nat(), fc.nat(255), fc.nat(), (message, at, value, end) => {
        const octets = encodeMessage(message).slice();
        decodesOrRefuses(octets.subarray(0, end % octets.length));
        octets[at % octets.length] = value;
        decodesOrRefuses(octets);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ["a header cut short", "123400000000", "12"],
    ["a question that is not there", header(1), "past the end"],
    ["octets after the last record", `${header(0)}00`, "1 octets are left"],
    ["a pointer to itself", `${header(1)}c00c00010001`, "points forward"],
    ["a pointer forward", `${header(1)}c00e0000010001`, "points forward"],
    ["two names that point at each other", `${header(2)}c01200010001c00c00010001`, "points forward"],
    ["a pointer into the labels it ends", `${header(1)}0161c00c00010001`, "points forward"],
    ["a pointer cut off", `${header(1)}c0`, "cut off"],
    ["a label of a type nobody uses", `${header(1)}4161000001`, "unknown type"],
    ["a name of 256 octets", `${header(1)}${`3f${"61".repeat(63)}`.repeat(4)}0000010001`, "longer than 255"],
    ["RDATA longer than the message", `${header(0, 1)}000001000100000000ffff`, "expected"],
    ["a name in RDATA that runs past it", `${header(0, 1)}0000020001000000000001016100`, "past its length"],
    ["octets after the name in RDATA", `${header(0, 1)}00000200010000000000020000`, "too many"],
    ["two OPT records", `${header(0, 0, 0, 2)}${"0000291000000000000000".repeat(2)}`, "more than one OPT"],
    ["an OPT record among the answers", `${header(0, 1)}0000291000000000000000`, "out of its section"],
    ["an OPT record of a name", `${header(0, 0, 0, 1)}01610000291000000000000000`, "owned by the root"],
    ["an EDNS option cut off", `${header(0, 0, 0, 1)}00002910000000000000050001000900`, "cut off"],
  ])("%s is refused with the reason", (_, octets, reason) => {
    expect(() => decodeMessage(hex(octets))).toThrow(MessageError);
    expect(() => decodeMessage(hex(octets))).toThrow(reason);
  });

  test("that are a chain of pointers take no more hops than a name has labels", () => {
    expect(decodeMessage(chainOfPointers(126)).answer[1]?.name).toBe(".");
    expect(() => decodeMessage(chainOfPointers(128))).toThrow("more than 127 pointers");
  });

  test("of the largest message made to be slow are read in well under a second", () => {
    const rdata = record(
      "a.example.",
      6,
      `${"3f".padEnd(128, "61").repeat(3)}00`.repeat(2) + "00".repeat(20),
    );
    const octets = encodeMessage(messageWith({ answer: Array.from({ length: 1700 }, () => rdata) }));
    const started = performance.now();
    expect(decodeMessage(octets).answer).toHaveLength(1700);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

/** Two records: one whose RDATA is the root's label and pointers, each to what stands before it, one owned by the last. */
function chainOfPointers(count: number): Uint8Array {
  const root = 12 + 11;
  const pointers = Array.from(
    { length: count },
    (_, i) => 0xc000 | (i === 0 ? root : root + 1 + (i - 1) * 2),
  );
  const links = `00${pointers.map((pointer) => pointer.toString(16)).join("")}`;
  const length = (links.length / 2).toString(16).padStart(4, "0");
  const last = (0xc000 | (root + 1 + (count - 1) * 2)).toString(16);
  return hex(header(0, 2), `00ff00000100000000${length}`, links, `${last}ff000001000000000000`);
}
