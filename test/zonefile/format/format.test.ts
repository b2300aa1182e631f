import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { contentHash, parseName } from "../../../src/dns/index.ts";
import { formatZoneFile, parseZone } from "../../../src/zonefile/index.ts";
import { torture } from "../../corpus/zonefile/torture.ts";
import { preamble } from "../../corpus/zonefile/torture-case.ts";
import { type Files, readFiles, readText, recordsOf } from "../reading.ts";

const encoder = new TextEncoder();

function format(text: string) {
  const { octets, problems } = formatZoneFile(encoder.encode(text), "example.zone");
  return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets), problems };
}

/** What reading gives, but for where it stands: nothing that formatting may change. */
function meaning(files: Files) {
  const result = readFiles(files);
  const told = result.diagnostics.map(({ rule, severity, message }) => ({ rule, severity, message }));
  const lasting = told.filter(({ rule }) => rule !== "enc-no-final-newline");
  return {
    records: recordsOf(result.zone),
    told: new Set(lasting.map((one) => JSON.stringify(one).replace(/line \d+/g, "line"))),
  };
}

function expectLawful(text: string, includes: Files = {}): void {
  const once = format(text);
  if (once.problems.length > 0) {
    expect(once.text).toBe(text);
    return;
  }
  expect(format(once.text)).toEqual(once);
  expect(meaning({ "example.zone": once.text, ...includes })).toEqual(
    meaning({ "example.zone": text, ...includes }),
  );
  const solid = (content: string) => content.replace(/[ \t]/g, "").replace(/\r?\n?$/, "");
  expect(solid(once.text)).toBe(solid(text));
}

describe("formatting", () => {
  test("aligns the fields of neighbours, and comments below each other", () => {
    const { text } = format(
      [
        "@ IN SOA ns hm (",
        " 1 ;serial",
        "2h      ; refresh",
        "\t\t ; (as agreed)",
        "; not indented",
        "",
        "30m 1w",
        "5m)",
        "\tNS\tns ; one",
        "; heading  ",
        'much-longer-name.than.usual 300 TXT "a  b"   "c";touching',
        "www IN 60 A 192.0.2.1   ; two  ",
        "",
        "x A 192.0.2.2",
        "$TTL   1h ; note",
        "$GENERATE 1-3  h$  A 192.0.2.$",
        `${"n".repeat(40)} A 192.0.2.3`,
        "  ( A 192.0.2.3 )",
      ].join("\n"),
    );
    expect(text.split("\n")).toEqual([
      "@                               IN     SOA   ns hm (",
      "                                             1   ;serial",
      "                                             2h  ; refresh",
      "                                                 ; (as agreed)",
      "; not indented",
      "",
      "                                             30m 1w",
      "                                             5m)",
      "                                       NS    ns         ; one",
      "; heading",
      'much-longer-name.than.usual        300 TXT   "a  b" "c";touching',
      "www                             IN 60  A     192.0.2.1  ; two",
      "",
      "x               A     192.0.2.2",
      "$TTL 1h  ; note",
      "$GENERATE 1-3 h$ A 192.0.2.$",
      `${"n".repeat(40)} A 192.0.2.3`,
      "  ( A 192.0.2.3 )",
      "",
    ]);
  });

  test("counts characters, not octets", () => {
    const { text } = format(`${preamble}\na TXT "é" ; x\nb TXT "eé" ; y\n`);
    expect(text.split("\n").slice(5, 7)).toEqual([
      'a               TXT   "é"   ; x',
      'b               TXT   "eé"  ; y',
    ]);
  });

  test("keeps an escaped blank at the end of a line, and line ends as they are", () => {
    expect(format("a TXT x\\ \r\nb TXT y  \nc TXT z").text).toBe(
      "a               TXT   x\\ \r\nb               TXT   y\nc               TXT   z\r\n",
    );
  });

  test("an empty file stays empty, and octets that are no UTF-8 stay what they are", () => {
    expect(format("")).toEqual({ text: "", problems: [] });
    const odd = Uint8Array.of(
      ...encoder.encode('a  TXT "'),
      0xff,
      0x80,
      ...encoder.encode('" ; '),
      0xfe,
      0x0a,
    );
    const { octets } = formatZoneFile(odd, "x");
    expect(Buffer.from(octets).toString("latin1")).toBe('a               TXT   "\xff\x80"  ; \xfe\n');
  });

  test("leaves a file with a syntax error alone, and says where", () => {
    const text = `${preamble}a   A   nowhere\n`;
    const { text: after, problems } = format(text);
    expect(after).toBe(text);
    expect(problems).toMatchObject([{ file: "example.zone", line: 5, column: 9, severity: "error" }]);
  });

  test("formats a part for $INCLUDE, and a file that includes what is not here", () => {
    expect(format("a  A 192.0.2.1\n$INCLUDE   gone\n")).toEqual({
      text: "a               A     192.0.2.1\n$INCLUDE gone\n",
      problems: [],
    });
  });
});

describe("formatting twice changes nothing, and never the meaning", () => {
  test("over the torture list", () => {
    let formatted = 0;
    for (const { input, bare, includes } of Object.values(torture).flat()) {
      const text = bare ? input : preamble + input;
      if (format(text).problems.length === 0) formatted++;
      expectLawful(text, includes);
    }
    expect(formatted).toBeGreaterThan(100);
  });

  test("over the demo's zones", () => {
    const read = (path: string) => readFileSync(path);
    const formattedRead = (path: string) => formatZoneFile(read(path), path).octets;
    const zones = readdirSync("zones").filter((name) => name.endsWith(".zone"));
    expect(zones.length).toBeGreaterThan(3);
    for (const name of zones) {
      const given = { file: `zones/${name}`, origin: parseName(`${name.slice(0, -".zone".length)}.`) };
      const [before, after] = [read, formattedRead].map((how) => parseZone({ ...given, read: how }));
      expect(after!.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(recordsOf(after!.zone)).toEqual(recordsOf(before!.zone));
      expect(contentHash(after!.zone)).toBe(contentHash(before!.zone));
      for (const file of before!.files) {
        const once = formatZoneFile(read(file), file);
        expect(once.problems).toEqual([]);
        expect(formatZoneFile(once.octets, file).octets).toEqual(once.octets);
      }
    }
  });

  const blank = fc.constantFrom(" ", "  ", "\t", " \t ", "         ");
  const word = fc.constantFrom("a", "www", "*.b", "\\065\\ x", "@", "n".repeat(33), "a.example.");
  const comment = fc.constantFrom("", "", ";", "; note", ';;x ( "', "; é ", " ; far", "\t;tab\t");
  const fields = fc.constantFrom("", "60", "1h IN", "IN 1h", "in", "CLASS1 5");
  const data = fc.constantFrom(
    "A 192.0.2.1",
    "AAAA 2001:db8::1",
    'TXT z\\  "x  ;y"',
    'TXT "a""b"',
    "TXT ( a",
    "MX ( 10\n  mail ; host\n\n\t; more\n; at the left\n )",
    'TXT ("long  string"\n"another" )',
    "A (192.0.2.1)",
    "TYPE65280 \\# 2 ( 0a ; c\n0b )",
    'HTTPS 1 . alpn="h2,h3" port=443',
    "( A 192.0.2.1 )",
    "TXT ( ( x ) )",
  );
  const record = fc
    .tuple(fc.option(word, { nil: "" }), blank, fields, blank, data, comment)
    .map(
      ([owner, gap, middle, second, value, note]) =>
        owner + gap + middle + second + value + closed(value) + note,
    );
  const other = fc.constantFrom(
    "",
    "   ",
    "; alone",
    "   ; indented ",
    "\t;x",
    "$ORIGIN  sub.example.  ; c",
    "$TTL\t5m;x",
  );
  const lines = fc.array(fc.oneof({ weight: 3, arbitrary: record }, other), { maxLength: 12 });

  test("over zones in odd layouts", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom("\n", "\r\n"), fc.boolean(), (parts, end, final) => {
        const text = preamble + parts.join("\n") + (final ? "\n" : "");
        expectLawful(text.replaceAll("\n", end));
        expect(format(text).problems).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("whatever the octets", () => {
    const soup = fc.array(fc.constantFrom(...' \t\n;()"\\a1$@.\r', "A", "TXT", "\0", "é"), { maxLength: 80 });
    fc.assert(
      fc.property(soup, (parts) => expectLawful(preamble + parts.join(""))),
      { numRuns: 1500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
        const { octets: after, problems } = formatZoneFile(octets, "x");
        if (problems.length > 0) expect(after).toBe(octets);
        else expect(formatZoneFile(after, "x").octets).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });
});

/** What closes the parenthesis that a piece of data leaves open. */
function closed(data: string): string {
  return data.endsWith("( a") ? "\n b )" : "";
}

test("a record so long that aligning it would pass the bounds of reading is left alone", () => {
  const text = `${preamble}${"n".repeat(31)} TXT (\n${"x\n".repeat(30_000)})\n`;
  const { text: after, problems } = format(text);
  expect(readText(text).diagnostics.map(({ rule }) => rule)).toEqual(["rdata-large"]);
  expect(problems).toMatchObject([{ rule: "syn-too-large" }]);
  expect(after).toBe(text);
});
