import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ipv4FromText, ipv6FromText, parseName } from "../../src/dns/index.ts";
import { lint } from "../../src/lint/index.ts";
import { addressOf, addressText, reverseName } from "../../src/lint/reverse/index.ts";
import { lintZone } from "./judge-example.ts";

const HEAD =
  "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n";

const address = fc.oneof(
  fc.uint8Array({ minLength: 4, maxLength: 4 }),
  fc.uint8Array({ minLength: 16, maxLength: 16 }),
);

describe("the reverse name of an address", () => {
  test.each([
    ["192.0.2.5", "5.2.0.192.in-addr.arpa."],
    ["10.0.200.255", "255.200.0.10.in-addr.arpa."],
    ["2001:db8::567:89ab", "b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa."],
  ])("of %s is as RFC 1035 §3.5 and RFC 3596 §2.5 have it", (text, name) => {
    const octets = ipv4FromText(text) ?? ipv6FromText(text)!;
    expect(reverseName(octets)).toBe(name);
    expect(addressText(octets)).toBe(text);
  });

  test("stands for that address again", () => {
    fc.assert(
      fc.property(address, (octets) => {
        expect(addressOf(reverseName(octets))).toEqual(octets);
        expect(addressOf(parseName(reverseName(octets).toUpperCase()))).toEqual(octets);
      }),
    );
  });

  test.each([
    "2.0.192.in-addr.arpa.",
    "256.2.0.192.in-addr.arpa.",
    "01.2.0.192.in-addr.arpa.",
    "www.example.org.",
  ])("is not %s", (name) => {
    expect(addressOf(parseName(name))).toBeUndefined();
  });

  test.each([
    "5.0/25.2.0.192.in-addr.arpa.",
    "5.0-127.2.0.192.in-addr.arpa.",
    "5.acme.2.0.192.in-addr.arpa.",
  ])("may lie in a block with a name of its own: %s (RFC 2317)", (name) => {
    expect(addressOf(parseName(name))?.join(".")).toBe("192.0.2.5");
  });
});

/** What ptr-missing says of the reverse zone, and the line its fix adds. */
function missingIn(reverse: string, hosts = "web A 192.0.2.20\n") {
  const zones = [
    lintZone({ origin: "example.org.", text: HEAD + hosts }),
    lintZone({ origin: "2.0.192.in-addr.arpa.", text: HEAD + reverse }),
  ];
  return lint(zones, zones).filter(({ rule }) => rule === "ptr-missing");
}

describe("the line for a missing PTR record", () => {
  test("stands behind the next lower address, written as its neighbours are", () => {
    const [inReverse, atHost] = missingIn("10 PTR a.example.net.\n30 PTR b.example.net.\n");
    expect(atHost?.message).toContain(
      'add "20 PTR web.example.org." to 2.0.192.in-addr.arpa.default.zone after line 5',
    );
    expect(inReverse).toMatchObject({
      severity: "info",
      line: 5,
      fix: { edits: [{ line: 6, column: 1, endLine: 6, endColumn: 1, text: "20\tPTR\tweb.example.org.\n" }] },
    });
  });

  test("never takes records from the owner they belong to", () => {
    const [inReverse] = missingIn('19 PTR a.example.net.\n   TXT "rack 4"\n30 PTR b.example.net.\n');
    expect(inReverse?.fix?.edits).toMatchObject([
      { line: 7, text: "20.2.0.192.in-addr.arpa.\tPTR\tweb.example.org.\n" },
    ]);
  });

  test("has the owner that another $ORIGIN asks for", () => {
    const [inReverse] = missingIn("$ORIGIN 0.192.in-addr.arpa.\n19.2 PTR a.example.net.\n");
    expect(inReverse?.fix?.edits).toMatchObject([{ line: 6, text: "\n20.2\tPTR\tweb.example.org." }]);
  });

  test("is proposed once for an address with several names, and not for a wildcard's", () => {
    const hosts = "web A 192.0.2.20\nwww A 192.0.2.20\n*.dyn A 192.0.2.40\n";
    expect(missingIn("10 PTR a.example.net.\n", hosts)).toHaveLength(2);
  });

  test("is not asked for where the reverse zone could not be read in full", () => {
    const zones = [
      lintZone({ origin: "example.org.", text: `${HEAD}web A 192.0.2.20\n` }),
      { ...lintZone({ origin: "2.0.192.in-addr.arpa.", text: HEAD }), incomplete: true },
    ];
    expect(lint(zones, zones).filter(({ rule }) => rule.startsWith("ptr-"))).toEqual([]);
  });
});

test("a PTR record is confirmed by any address of its name, and judged by all zones of its view", () => {
  const zones = [
    lintZone({
      origin: "example.org.",
      text: `${HEAD}web A 192.0.2.10\nweb A 192.0.2.11\nweb AAAA 2001:db8::1\n`,
    }),
    lintZone({
      origin: "2.0.192.in-addr.arpa.",
      text: `${HEAD}10 PTR web.example.org.\n11 PTR WEB.example.org.\n12 PTR web.example.org.\n`,
    }),
    lintZone({ origin: "2.0.192.in-addr.arpa.", view: "inside", text: `${HEAD}13 PTR web.example.org.\n` }),
  ];
  expect(lint(zones, zones).map(({ rule, line, severity }) => [rule, line, severity])).toEqual([
    ["ptr-mismatch", 7, "warning"],
  ]);
});

test.each([
  ["a host that is not there", "", "gone", "error"],
  ["a host with another address", "", "web", "warning"],
  ["a host without address", "", "text", "error"],
  ["a host below a wildcard with another address", "* A 192.0.2.200\n", "gone", "warning"],
  ["a host that only a delegation knows", "lab NS ns1.example.net.\n", "host.lab", undefined],
])("a PTR record of %s is judged as a lookup would", (_, more, host, severity) => {
  const zones = [
    lintZone({
      origin: "example.org.",
      text: `${HEAD}${more}web A 192.0.2.99\nalias CNAME web\ntext TXT "x"\n`,
    }),
    lintZone({
      origin: "2.0.192.in-addr.arpa.",
      text: `${HEAD}99 PTR alias.example.org.\n5 PTR ${host}.example.org.\n6.0/25 PTR ${host}.example.org.\n256 PTR ${host}.example.org.\n`,
    }),
  ];
  const found = lint(zones, [zones[1]!]).filter(({ rule }) => rule === "ptr-mismatch");
  expect(found.map(({ line, severity: one }) => [line, one])).toEqual(
    severity === undefined
      ? []
      : [
          [6, severity],
          [7, severity],
        ],
  );
});
