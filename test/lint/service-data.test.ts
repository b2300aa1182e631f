import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseName } from "../../src/dns/index.ts";
import { contactFault, issuerFaults, tlsaOwner } from "../../src/lint/certificates/index.ts";
import { exampleZone } from "../../src/lint/example.ts";
import { lint, type Rule, rules } from "../../src/lint/index.ts";
import { substitutionFault } from "../../src/lint/service/index.ts";
import { all, lintZone } from "./judge-example.ts";

describe("a substitution of NAPTR", () => {
  test.each([
    "!^.*$!sip:info@example.com!",
    "/^(.*)$/\\1@example.com/i",
    "!^\\+46(\\d*)\\!$!tel:\\1!",
    "!^[)(!]*$!x!".replace("!]", "]"),
    "!^([^]]*)$!\\1!",
  ])("may be %s", (text) => expect(substitutionFault(text)).toBeUndefined());

  test.each([
    "",
    "!",
    "!a!b",
    "!a!b!c!",
    "1a1b1",
    "iaibi",
    "\\a\\b\\",
    "!!b!",
    "!a!b!g",
    "!(a!b!",
    "!a)!b!",
    "![a!b!",
    "!a!\\1!",
    "!(a)!\\2!",
    "!(a)!\\0!",
  ])("is not %s", (text) => expect(substitutionFault(text)).toEqual(expect.any(String)));

  test("is looked at in linear time, whatever it is", () => {
    fc.assert(fc.property(fc.string(), (text) => void substitutionFault(`!${text}!x!`)));
    for (const part of ["(", "[", "\\", "!", "(a+)+"]) substitutionFault(`!${part.repeat(20_000)}`);
  });
});

describe("the value of CAA", () => {
  test.each(["", ";", "ca.example.net", " ca.example.net ; a=b; c-d=e;", "ca"])("may be %j", (value) =>
    expect(issuerFaults(value)).toEqual([]),
  );

  test.each([
    ["https://ca.example.net/x", "ca.example.net"],
    ["ca.example.net.", "ca.example.net"],
    ["ca_example", undefined],
    ["me@example.net", undefined],
  ])("is not %s: %s", (value, instead) => {
    expect(issuerFaults(value)).toMatchObject([{ start: 0, end: value.length }]);
    expect(issuerFaults(value)[0]?.instead).toBe(instead);
  });

  test("has parameters of its own form, told where they stand", () => {
    expect(issuerFaults("ca.example.net; x; accounturi=1; validationmethods=dns 01")).toMatchObject([
      { start: 16, end: 17 },
      { start: 19, end: 31 },
      { start: 33 },
    ]);
  });

  test("never throws, and every place is inside the value", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), (value) => {
        for (const { start, end } of issuerFaults(value))
          expect(value.slice(start, end)).toHaveLength(end - start);
        expect(contactFault("issue", value)).toBeUndefined();
      }),
    );
  });
});

test.each([
  ["_25._tcp.mail.example.org.", { port: "25", host: "mail.example.org." }],
  ["*._udp.example.org.", { port: "*", host: "example.org." }],
  ["_443._tcp.", { port: "443", host: "." }],
  ["_99999._tcp.example.org.", undefined],
  ["_https._tcp.example.org.", undefined],
  [".", undefined],
])("the owner %s of TLSA is about %j", (owner, expected) => {
  expect(tlsaOwner(parseName(owner))).toEqual(expected);
});

/** Rules of these families say what they have to say of any data, and never stop at a fault of their own. */
test("no data of a record makes a rule throw", () => {
  const own = (rules as readonly Rule[]).filter(({ id }) =>
    /^(?:mx|spf|dmarc|dkim|mta|bimi|srv|svcb|naptr|uri|caa|tlsa|sshfp|rp|openpgpkey|txt|ilnp)-/.test(id),
  );
  const owners = [
    "@",
    "_dmarc",
    "s._domainkey",
    "_mta-sts",
    "_smtp._tls",
    "default._bimi",
    "*",
    "_443._tcp.h",
    "_dns",
  ];
  const words = [
    "v=spf1",
    " ",
    "include:",
    "v=DMARC1;",
    "v=DKIM1;",
    "p=",
    "rua=mailto:",
    "v=STSv1;",
    "id=",
    "%{",
    "AAAA",
  ];
  const text = fc.array(
    fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary-ascii", maxLength: 6 })),
    { maxLength: 8 },
  );
  const txt = fc
    .tuple(fc.constantFrom(...owners), text)
    .map(([owner, parts]) => `${owner} TXT ${quoted(parts.join(""))}`);
  const caa = text.map((parts) => `@ CAA 0 issue ${quoted(parts.join(""))}`);
  const naptr = text.map((parts) => `@ NAPTR 1 1 "u" "" ${quoted(parts.join(""))} .`);
  const uri = text.map((parts) => `@ URI 1 1 ${quoted(parts.join(""))}`);
  const hex = fc
    .uint8Array({ minLength: 4, maxLength: 40 })
    .map((octets) => Buffer.from(octets).toString("hex"));
  const generic = fc
    .tuple(fc.constantFrom("TLSA", "SMIMEA", "SSHFP"), hex)
    .filter(([type, data]) => type !== "SSHFP" || !["01", "02"].includes(data.slice(2, 4)))
    .map(([type, data]) => `_443._tcp.h ${type} \\# ${data.length / 2} ${data}`);
  fc.assert(
    fc.property(
      fc.array(fc.oneof(txt, txt, caa, naptr, uri, generic), { minLength: 1, maxLength: 6 }),
      (lines) => {
        const zone = lintZone(exampleZone("harbour-radio.net.", lines.join("\n")));
        const found = lint([zone], [zone], { settings: all, rules: own });
        expect(found.filter(({ rule }) => rule.startsWith("internal/"))).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

function quoted(text: string): string {
  const octets = [...Buffer.from(text.slice(0, 200), "latin1")];
  return `"${octets.map((octet) => (octet > 0x20 && octet < 0x7f && octet !== 0x22 && octet !== 0x5c ? String.fromCharCode(octet) : `\\${String(octet).padStart(3, "0")}`)).join("")}"`;
}
