import { describe, expect, test } from "@jest/globals";
import { TYPE, typeCode } from "../../src/dns/index.ts";
import { type RecordTokens, recordTokens } from "../../src/zonefile/index.ts";
import { torture } from "../corpus/zonefile/torture.ts";
import { preamble } from "../corpus/zonefile/torture-case.ts";
import { readFiles, readText } from "./reading.ts";

/** The tokens of the last record of a file. */
function lastRecord(text: string): RecordTokens {
  const octets = new TextEncoder().encode(text);
  const { zone } = readText(octets);
  const { file, offset, line } = zone.place(zone.size - 1);
  const tokens = recordTokens(octets, file, offset, line);
  if (!tokens) throw new Error("no record there");
  return tokens;
}

describe("recordTokens", () => {
  test("names each field of a record and where it stands", () => {
    const tokens = lastRecord(`${preamble}www 60 IN MX 10 mail ; comment\n`);
    expect(tokens).toEqual({
      owner: { text: "www", quoted: false, span: span(5, 1, 4) },
      ttl: { text: "60", quoted: false, span: span(5, 5, 7) },
      class: { text: "IN", quoted: false, span: span(5, 8, 10) },
      type: { text: "MX", quoted: false, span: span(5, 11, 13) },
      rdata: [
        { text: "10", quoted: false, span: span(5, 14, 16) },
        { text: "mail", quoted: false, span: span(5, 17, 21) },
      ],
      span: span(5, 1, 21),
      indented: false,
    });
  });

  test("leaves out what is not written", () => {
    const tokens = lastRecord(`${preamble}\t A 192.0.2.2\n`);
    expect(Object.keys(tokens)).toEqual(["type", "rdata", "span", "indented"]);
    expect(tokens.indented).toBe(true);
    expect(tokens.span).toEqual(span(5, 3, 14));
  });

  test("follows a record over its lines", () => {
    const tokens = lastRecord(`${preamble}\n; x\nwww TXT ( "é" ; one\n  "b c" )\n`);
    expect(tokens.rdata).toEqual([
      { text: "é", quoted: true, span: span(7, 11, 14) },
      { text: "b c", quoted: true, span: span(8, 3, 8) },
    ]);
    expect(tokens.span).toEqual({ file: "example.zone", line: 7, column: 1, endLine: 8, endColumn: 8 });
  });

  test("keeps escapes as written", () => {
    expect(lastRecord(`${preamble}a\\.b TXT \\"x\n`)).toMatchObject({
      owner: { text: "a\\.b" },
      rdata: [{ text: '\\"x', quoted: false }],
    });
  });

  test("takes $GENERATE for the record it is a template for", () => {
    expect(lastRecord(`${preamble}$GENERATE 1-2 h$ 60 CNAME t$\n`)).toMatchObject({
      owner: { text: "h$", span: span(5, 15, 17) },
      ttl: { text: "60" },
      type: { text: "CNAME" },
      rdata: [{ text: "t$", span: span(5, 27, 29) }],
    });
  });

  test("reads a directive as its name and arguments", () => {
    const octets = new TextEncoder().encode("$ORIGIN example. ; x\n");
    expect(recordTokens(octets, "example.zone", 0, 1)).toMatchObject({
      type: { text: "$ORIGIN" },
      rdata: [{ text: "example.", span: span(1, 9, 17) }],
    });
  });

  test("is undefined where no record starts", () => {
    const octets = new TextEncoder().encode("\n; comment\n");
    for (const offset of [-1, 0, 1, octets.length, 1000]) {
      expect(recordTokens(octets, "example.zone", offset, 1)).toBeUndefined();
    }
  });

  test("finds every record of the torture list where the zone says it is", () => {
    const cases = Object.values(torture).flat();
    for (const { input, bare, includes } of cases) {
      const files: Record<string, string> = { "example.zone": bare ? input : preamble + input, ...includes };
      const { zone } = readFiles(files);
      for (let row = 0; row < zone.size; row++) {
        const { file, offset, line } = zone.place(row);
        const tokens = recordTokens(new TextEncoder().encode(files[file]), file, offset, line);
        expect(typeCode(tokens?.type?.text ?? "")).toBe(zone.type(row));
        expect(tokens?.span.line).toBe(line);
        const isGeneric = tokens?.rdata[0]?.text === "\\#";
        if (zone.type(row) === TYPE.A && !isGeneric) expect(tokens?.rdata).toHaveLength(1);
      }
    }
  });
});

function span(line: number, column: number, endColumn: number) {
  return { file: "example.zone", line, column, endLine: line, endColumn };
}
