import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { applyEdits } from "../../src/diagnostic/index.ts";
import { contentHash, zoneText } from "../../src/dns/index.ts";
import { recordTokens } from "../../src/zonefile/index.ts";
import { torture } from "../corpus/zonefile/torture.ts";
import { preamble, preambleSize } from "../corpus/zonefile/torture-case.ts";
import { readFiles, readText, recordsOf } from "./reading.ts";

/** Pieces of master files, so that random text gets past the lexer. */
const piece = fc.oneof(
  fc.constantFrom(
    ...`a b.c @ * . .. $ORIGIN $TTL $INCLUDE $GENERATE 1-3 h$ h\${0,3,x} IN CH 60 1h 4294967296`.split(" "),
  ),
  fc.constantFrom(..."A AAAA NS CNAME SOA MX TXT SRV PTR CAA TYPE1 TYPE999 ANY ALIAS MD".split(" ")),
  fc.constantFrom(
    ..."192.0.2.1 2001:db8::1 10 65536 0 issue \\# 4 c0000201 ns.example. other. example.zone".split(" "),
  ),
  fc.constantFrom(
    "(",
    ")",
    '"',
    ";",
    "\\",
    "\\065",
    "\\300",
    "\r\n",
    "\r",
    "\0",
    "é",
    "\u00a0",
    "“",
    "\ufeff",
  ),
  fc.constantFrom(" ", "\t", "\n", "\n", "\n ", "x".repeat(64), '"x y"', "#", "//"),
  fc.string({ maxLength: 5 }),
);
const soup = fc.array(fc.tuple(piece, fc.constantFrom(" ", " ", " ", "")), { maxLength: 60 });
const text = soup.map((pieces) => preamble + pieces.flat().join(""));

/** A sound zone: records of many types, in many spellings. */
const label = fc.constantFrom(
  "a",
  "B",
  "www",
  "*",
  "_sip",
  "a\\.b",
  "\\065",
  "xn--a",
  "0/25",
  "x".repeat(63),
);
const owner = fc.oneof(
  fc.constantFrom("@", "example.", "EXAMPLE."),
  fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join(".")),
  label.map((first) => `${first}.example.`),
);
const target = fc.oneof(owner, fc.constantFrom(".", "other.test.", "a\\.b.test.", "\\000.test."));
const number = fc.integer({ min: 0, max: 65535 });
const quotable = fc
  .array(fc.constantFrom("a", " ", ";", "(", "é", '\\"', "\\\\", "\\000", "\\255", "\t"), { maxLength: 20 })
  .map((parts) => `"${parts.join("")}"`);
const data = fc.oneof(
  fc.ipV4().map((address) => `A ${address}`),
  fc.ipV6().map((address) => `AAAA ${address}`),
  fc.tuple(fc.constantFrom("NS", "CNAME", "PTR", "DNAME"), target).map((parts) => parts.join(" ")),
  fc.tuple(number, target).map(([preference, host]) => `MX ${preference} ${host}`),
  fc.tuple(number, number, number, target).map((parts) => `SRV ${parts.join(" ")}`),
  fc.array(quotable, { minLength: 1, maxLength: 4 }).map((strings) => `TXT ( ${strings.join("\n ")} )`),
  quotable.map((value) => `CAA 0 issue ${value}`),
  fc
    .uint8Array({ maxLength: 20 })
    .map((octets) => `TYPE65280 \\# ${octets.length} ${Buffer.from(octets).toString("hex")}`),
);
const ttl = fc.constantFrom("", "60", "1h30m", "0", "2147483647");
const record = fc
  .tuple(fc.oneof(owner, fc.constant("")), ttl, fc.constantFrom("", "IN", "in"), data)
  .map((parts) => parts.join(" "));
const other = fc.constantFrom("$ORIGIN sub.example.", "$ORIGIN example.", "$TTL 5m", "", "; comment");
const sound = fc.tuple(fc.array(record), fc.array(other)).chain(([records, others]) =>
  fc
    .shuffledSubarray([...records, ...others], { minLength: records.length + others.length })
    .map((lines) => ({
      content: `${preamble}${lines.join("\n")}\n`,
      size: preambleSize + records.length,
    })),
);
const zone = sound.map(({ content }) => content);

describe("whatever the octets", () => {
  test("reading ends without throwing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        readText(octets);
      }),
      { numRuns: 1000 },
    );
  });

  test("reading ends without throwing, and every diagnostic lies in the file", () => {
    fc.assert(
      fc.property(text, (content) => {
        const lines = content.replace(/^\ufeff/, "").split("\n");
        for (const { file, line, column, endLine, endColumn, message, fix } of readText(content)
          .diagnostics) {
          expect(file).toBe("example.zone");
          expect(message).not.toMatch(/\n/);
          const isForward = line < endLine || (line === endLine && column <= endColumn);
          expect(isForward).toBe(true);
          expect(column).toBeLessThanOrEqual([...lines[line - 1]!].length + 1);
          expect(endColumn).toBeLessThanOrEqual([...lines[endLine - 1]!].length + 1);
          if (fix) applyEdits(content.replace(/^\ufeff/, ""), fix.edits);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("recordTokens ends without throwing", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (octets, offset) => {
        recordTokens(octets, "example.zone", offset, 1);
      }),
    );
  });

  test("a zone without errors reads the same from its canonical text", () => {
    fc.assert(
      fc.property(fc.oneof(text, zone), (content) => {
        const once = readText(content);
        if (once.zone.soa() === undefined) return;
        const again = readText(zoneText(once.zone));
        expect(again.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(zoneText(again.zone)).toBe(zoneText(once.zone));
        expect(contentHash(again.zone)).toBe(contentHash(once.zone));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a sound zone", () => {
  test("has no errors, and each of its records", () => {
    fc.assert(
      fc.property(sound, ({ content, size }) => {
        const result = readText(content);
        expect(result.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        expect(result.zone.size).toBe(size);
      }),
      { numRuns: 500 },
    );
  });

  test("is the same with CRLF, tabs, more comments, no final line end or a byte order mark", () => {
    fc.assert(
      fc.property(zone, (content) => {
        const records = recordsOf(readText(content).zone);
        const unquoted = (change: (line: string) => string) =>
          content.replace(/^[^"\n]*$/gm, (line) => (line === "" ? line : change(line)));
        const variants = [
          content.replaceAll("\n", "\r\n"),
          unquoted((line) => line.replaceAll(" ", "\t ")),
          unquoted((line) => `${line} ; comment ( "`),
          content.trimEnd(),
          `\ufeff${content}`,
        ];
        for (const variant of variants) expect(recordsOf(readText(variant).zone)).toEqual(records);
      }),
      { numRuns: 300 },
    );
  });
});

test("every zone of the torture list reads the same from its canonical text", () => {
  for (const { input, bare, includes } of Object.values(torture).flat()) {
    const { zone: once } = readFiles({ "example.zone": bare ? input : preamble + input, ...includes });
    if (once.soa() === undefined) continue;
    const again = readText(zoneText(once));
    expect(zoneText(again.zone)).toBe(zoneText(once));
  }
});
