import fc from "fast-check";

const owner = fc.constantFrom(
  ...[
    "www",
    "WWW",
    "a.b",
    "x.y.b",
    "sub",
    "@",
    "example.",
    "other.test.",
    "",
    "",
    "",
    "300",
    "a..b",
    '"q"',
    "é",
  ],
);
const time = fc.constantFrom("", "", "300", "1h", "2147483648");
const data = fc.constantFrom(
  "A 192.0.2.1",
  "A 192.0.2.2",
  "A 192.0.2",
  "AAAA 2001:db8::1",
  "CNAME www",
  "NS ns1",
  "MX 10 mail",
  "MX ( 10",
  "mail )",
  "(",
  ")",
  'TXT "a b" c',
  'TXT ( "a" ; (\n "b"\n c )',
  'TXT "open',
  'end" A 192.0.2.3',
  "TXT a;b",
  "HINFO a b",
  "SOA ns1 root 1 2 3 4 5",
  "SOA ns1 root 2 2 3 4 5",
  "XXX y",
);
const record = fc.tuple(owner, time, data).map((parts) => parts.join(" "));
const other = fc.constantFrom(
  ...[
    "",
    "   ",
    "; comment",
    "; comment (",
    "$TTL 5",
    "$TTL x",
    "$ORIGIN sub",
    "$ORIGIN example.",
    "$x",
    "\0",
  ],
  ...[
    "$GENERATE 1-2 h$ A 192.0.2.$",
    "$INCLUDE more.inc",
    "$INCLUDE none.inc",
    "$INCLUDE /none",
    "\ufeffx A ::1",
    "<<<<<<< HEAD",
    "=======",
    ">>>>>>> next (",
  ],
);
const line = fc.oneof({ weight: 6, arbitrary: record }, { weight: 1, arbitrary: other });
const lineEnd = fc.constantFrom("\n", "\n", "\n", "\n", "\r\n");
const lines = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 16 })
  .map((all) => all.map((parts) => parts.join("")).join(""));
const head = fc.constantFrom("", "@ 60 SOA ns1 root 1 2 3 4 5\n", "$TTL 60\n@ SOA ns1 root 1 2 3 4 5\n");
const tail = fc.constantFrom("", "", "www A 192.0.2.9", "; end");
/** Files of zones: records of many shapes, directives, comments, errors; some lines in CRLF, some without line end. */
export const file = fc.tuple(head, lines, tail).map((parts) => Buffer.from(parts.join("")));

/** Other octets in place of those from `at`, which is a share of the file, for `length`. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  /** Whether whole lines are replaced by whole lines. */
  readonly isOfLines: boolean;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
  text: fc.oneof(
    lines,
    line.map((text) => `${text}\n`),
    fc.constantFrom("", "(", ")", '"', "\n", "\r\n", ";", " ", "x", "\ufeff", "\\", "9"),
  ),
  isOfLines: fc.boolean(),
});

export function edited(octets: Uint8Array, { at, length, text, isOfLines }: Edit): Uint8Array {
  let from = Math.floor(at * octets.length);
  let to = Math.min(from + length, octets.length);
  if (isOfLines) {
    const startOfLine = (place: number) => (place === 0 ? 0 : octets.lastIndexOf(0x0a, place - 1) + 1);
    [from, to] = [startOfLine(from), startOfLine(to)];
  }
  return Buffer.concat([octets.subarray(0, from), Buffer.from(text), octets.subarray(to)]);
}
