import { afterEach, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { PlainLines } from "../../src/zonefile/plain-lines.ts";
import { readFiles } from "./reading.ts";

const soa = "@ 60 SOA ns1 root 1 2 3 4 5\n";

/** Everything that was read of a zone and said about it. */
function readAll(text: string): object {
  const { zone, diagnostics, files } = readFiles({
    "example.zone": text,
    "more.inc": "inc A 192.0.2.9\n\tAAAA ::1\n",
  });
  const rows = Array.from({ length: zone.size }, (_, row) => [
    zone.owner(row),
    zone.type(row),
    zone.ttl(row),
    Buffer.from(zone.rdata(row)).toString("hex"),
    zone.place(row),
  ]);
  return { rows, diagnostics, files, owners: zone.owners() };
}

/** The same by the general road alone. */
function readGenerally(text: string): object {
  const road = jest.spyOn(PlainLines.prototype, "read").mockReturnValue(0);
  try {
    return readAll(text);
  } finally {
    road.mockRestore();
  }
}

/** How many lines the plain road read. */
function plainLines(text: string): number {
  let lines = 0;
  const read = PlainLines.prototype.read;
  jest.spyOn(PlainLines.prototype, "read").mockImplementation(function (this: PlainLines) {
    const count = read.call(this);
    lines += count;
    return count;
  });
  readAll(text);
  return lines;
}

afterEach(() => {
  jest.restoreAllMocks();
});

const owner = fc.oneof(
  fc.constantFrom("www", "a.b", "_sip._tcp", "*", "@", "example.", "MAIL.Example.", "other.test.", ".", "1"),
  fc.constantFrom(
    "300",
    "1h",
    "7w",
    "IN",
    "hs",
    "CLASS7",
    "clx",
    "a@b",
    "a..b",
    "é",
    '"q"',
    "\\065",
    "#",
    "$x",
    "=======",
    "<<<<<<<x",
    "||",
  ),
  fc.constantFrom(
    "x".repeat(63),
    "x".repeat(64),
    "x.".repeat(120),
    "x.".repeat(127),
    "",
    "",
    "",
    "A",
    "classic",
  ),
);
const space = fc.constantFrom(" ", " ", " ", "\t", "  ", "");
const time = fc.constantFrom(
  "",
  "",
  "300",
  "0",
  "007",
  "2147483647",
  "2147483648",
  "99999999999",
  "1h",
  "5 6",
);
const dnsClass = fc.constantFrom("", "", "IN", "in", "CH", "IN IN", "CLASS1");
const data = fc.constantFrom(
  "A 192.0.2.1",
  "a 192.0.2.01",
  "A 192.0.2",
  "A",
  "AAAA 2001:db8::1",
  "AAAA ::ffff:192.0.2.1",
  "AAAA 1::2::3",
  "NS ns1",
  "NS @",
  "NS .",
  "PTR host.example.",
  "CNAME www",
  "CNAME 192.0.2.1",
  "cname 1.example.",
  "XNAME www",
  "MX 10 mail",
  "MX 65536 mail",
  "MX 000010 mail",
  "MX 10",
  "SRV 1 2 3 host.example.",
  "SRV 1 2 host",
  'TXT "a b" c',
  'TXT "a""b"',
  'TXT "a;b" ""',
  'TXT a"b"',
  "TXT a;b",
  `TXT "${"x".repeat(255)}"`,
  `TXT ${"x".repeat(256)}`,
  `TXT ${'"0123456789012345678901234567890123456789" '.repeat(60)}`,
  'TXT "tab\there" "é" "\\065" "\\"',
  'TXT "open',
  "TXT \\# 1 00",
  `NS ${"x.".repeat(122)}y`,
  `NS ${"y.".repeat(127)}`,
  "NS a..b",
  "SOA ns1 root 1 2 3 4 5",
  "MX ( 10",
  "mail )",
  "TYPE1 \\# 4 c0000201",
  "HINFO a b",
);
const end = fc.constantFrom("", "", "", " ", "\t", " ; why", ";why", " ()", "\r", " ; a\rb", " extra", "\0");
const record = fc.tuple(owner, space, time, space, dnsClass, space, data, end).map((parts) => parts.join(""));
const spaced = fc
  .tuple(owner, time, dnsClass, data, end)
  .map(([name, ttl, of, rest, tail]) => `${name} ${ttl} ${of} ${rest}${tail}`);
const other = fc.constantFrom(
  "",
  "   ",
  "; comment",
  "\t; comment",
  ";\r",
  "$TTL 5",
  "$TTL 1h",
  "$ORIGIN sub",
  "$ORIGIN sub.example.",
  "$ORIGIN test.",
  "$ORIGIN example.",
  "$INCLUDE more.inc",
  "$INCLUDE more.inc in.example.",
  "$GENERATE 1-2 h$ A 192.0.2.$",
  "# not a comment",
  "// nor this",
  "\ufeffx A 192.0.2.1",
);
const line = fc.oneof({ weight: 4, arbitrary: spaced }, { weight: 1, arbitrary: record }, other);
const file = fc.tuple(
  fc.constantFrom("", soa, `$TTL 60\n${soa}`),
  fc.array(line, { maxLength: 12 }),
  fc.constantFrom("\n", "\n", "\n", ""),
);

describe("plain lines", () => {
  test("are read as the general road reads them, and everything else is left to it", () => {
    fc.assert(
      fc.property(file, ([head, lines, last]) => {
        const text = head + lines.join("\n") + last;
        expect(readAll(text)).toEqual(readGenerally(text));
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    "a A 192.0.2.1\n$ORIGIN sub.example.\nb A 192.0.2.1\n A 192.0.2.2\n",
    "a A 192.0.2.1\n$ORIGIN sub.example.\n A 192.0.2.2\n A 192.0.2.3\n",
    "a A 192.0.2.1\n$INCLUDE more.inc\n A 192.0.2.2\n",
    "a A 192.0.2.1\n# no comment\n A 192.0.2.2\n",
    "a A 192.0.2.1\nother.test. A 192.0.2.2\n A 192.0.2.3\nb A 192.0.2.4\n A 192.0.2.5\n",
    "a A 192.0.2.1\nA A 192.0.2.2\na A 192.0.2.3\n$GENERATE 1-2 h$ A 192.0.2.$\n A 192.0.2.9\n",
  ])("hand on owner, origin and TTL as the general road does: %j", (lines) => {
    for (const head of [soa, `$TTL 60\n${soa}`])
      expect(readAll(head + lines)).toEqual(readGenerally(head + lines));
  });

  test.each([
    "www A 192.0.2.1",
    "www 300 IN A 192.0.2.1 ; comment",
    "www IN 300 AAAA ::1",
    '\tTXT "v=spf1 -all" x',
    "www.example. in mx 10 mail",
    "_sip._tcp SRV 1 2 3 host",
    "  CNAME elsewhere.test.",
    "a NS b",
    "a PTR b",
  ])("take %j", (text) => {
    expect(plainLines(`$TTL 60\n${soa}x A 192.0.2.2\n${text}\n`)).toBe(2);
  });

  test.each([
    "@ A 192.0.2.1",
    "300 A 192.0.2.1",
    "a A 192.0.2.1 ()",
    "other.test. A 192.0.2.1",
    "a A 192.0.2.1\r",
  ])("leave %j to the general road", (text) => {
    expect(plainLines(`$TTL 60\n${soa}x A 192.0.2.2\n${text}\n`)).toBe(1);
  });
});
