import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { nameToWire, parseName, RdataError, rdataFromText, TYPE, typeName } from "../../src/dns/index.ts";
import { Lexer, QUOTED } from "../../src/zonefile/lexer.ts";
import { PLAIN_RDATA_ROOM, writePlainRdata } from "../../src/zonefile/plain-rdata.ts";

const origin = parseName("Sub.Example.");
const types = [TYPE.A, TYPE.AAAA, TYPE.NS, TYPE.CNAME, TYPE.PTR, TYPE.MX, TYPE.SRV, TYPE.TXT];

/** RDATA of a line's tokens as hex, by the short road and by the general one; "" where that road does not take it. */
function bothRoads(type: number, line: string): { plain: string; general: string } {
  const lexer = new Lexer(new TextEncoder().encode(line));
  lexer.next();
  const out = new Uint8Array(PLAIN_RDATA_ROOM);
  const length = writePlainRdata(lexer, 0, type, nameToWire(origin), out);
  const plain = length < 0 ? "" : Buffer.from(out.subarray(0, length)).toString("hex");
  const fields = Array.from({ length: lexer.count }, (_, index) => ({
    text: Buffer.from(lexer.octets.subarray(lexer.starts[index]!, lexer.ends[index]!)).toString(),
    quoted: (lexer.flags[index]! & QUOTED) !== 0,
  }));
  try {
    return { plain, general: Buffer.from(rdataFromText(type, fields, origin)).toString("hex") };
  } catch (error) {
    if (error instanceof RdataError) return { plain, general: "" };
    throw error;
  }
}

const word = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.nat(70_000).map(String),
  fc.constantFrom(
    "@",
    ".",
    "a",
    "a.b",
    "a.",
    "a..b",
    ".a",
    "a@b",
    "010",
    "00",
    "1.2.3",
    "1.2.3.4.5",
    "256.0.0.1",
    "01.2.3.4",
  ),
  fc.constantFrom(
    "::",
    ":::",
    "1::",
    "::1",
    "1:2:3:4:5:6:7::",
    "1:2:3:4:5:6:7:8:9",
    "1::2::3",
    "12345::",
    "1:",
    ":1",
    "g::",
  ),
  fc.constantFrom(
    "::ffff:192.0.2.1",
    "x".repeat(63),
    "x".repeat(64),
    `${"x.".repeat(126)}x`,
    "x.".repeat(127),
    '"a b"',
    '""',
  ),
  fc.stringMatching(/^[0-9a-f:.]{1,20}$/),
  fc.stringMatching(/^[A-Za-z0-9_./@-]{1,20}$/),
);
const line = fc.array(word, { maxLength: 5 }).map((words) => words.join(" "));

describe("the short road for plain data", () => {
  test("gives what the general road gives, or leaves it to it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), line, (type, text) => {
        const { plain, general } = bothRoads(type, text);
        if (plain !== "") expect(plain).toBe(general);
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([
    [TYPE.A, "192.0.2.1"],
    [TYPE.A, "0.0.0.0"],
    [TYPE.AAAA, "2001:db8::1"],
    [TYPE.AAAA, "::"],
    [TYPE.AAAA, "1:2:3:4:5:6:7::"],
    [TYPE.AAAA, "ABCD:ef01:2:3:4:5:6:7"],
    [TYPE.NS, "ns1"],
    [TYPE.CNAME, "www.Example.NET."],
    [TYPE.PTR, "@"],
    [TYPE.MX, "10 mail"],
    [TYPE.MX, "0 ."],
    [TYPE.SRV, "0 65535 443 a.b.c"],
    [TYPE.TXT, '"v=spf1 -all" x "é"'],
  ])("takes %s data %j", (type, text) => {
    const { plain, general } = bothRoads(type, text);
    expect(plain).toBe(general);
    expect(plain).not.toBe("");
  });

  test.each([
    [TYPE.CNAME, "192.0.2.1"],
    [TYPE.A, '"192.0.2.1"'],
    [TYPE.TXT, "\\# 0"],
    [TYPE.TXT, "v=DMARC1;"],
    [TYPE.NS, "a@b"],
    [TYPE.MX, "mail"],
    [TYPE.HINFO, "a b"],
  ])("leaves %s data %j to the general road", (type, text) => {
    expect({ type: typeName(type), plain: bothRoads(type, text).plain }).toEqual({
      type: typeName(type),
      plain: "",
    });
  });
});
