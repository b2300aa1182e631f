import { describe, expect, test } from "@jest/globals";
import { applyEdits } from "../../src/diagnostic/index.ts";
import { preamble } from "../corpus/zonefile/torture-case.ts";
import { readFiles, readText } from "./reading.ts";

/** What the preamble and `text` become when the first fix offered is applied; the rule that offered it. */
function repaired(text: string): { rule: string; text: string } {
  const { diagnostics } = readText(preamble + text);
  const found = diagnostics.find(({ fix }) => fix);
  if (!found?.fix) throw new Error(`no fix for ${text}`);
  const fixed = applyEdits(preamble + text, found.fix.edits);
  const left = readText(fixed).diagnostics.filter(({ rule }) => rule === found.rule);
  expect(left).toEqual([]);
  return { rule: found.rule, text: fixed.slice(preamble.length) };
}

const x = (count: number): string => "x".repeat(count);

describe("a fix", () => {
  test.each([
    ["syn-missing-rdata", "a MX mail\n", "a MX 10 mail\n"],
    ["syn-missing-rdata", "a MX 10mail\n", "a MX 10 mail\n"],
    ["syn-wrong-rdata-kind", "a A www.example.net.\n", "a CNAME www.example.net.\n"],
    ["syn-wrong-rdata-kind", "a A 2001:db8::1\n", "a AAAA 2001:db8::1\n"],
    ["syn-wrong-rdata-kind", "a AAAA 192.0.2.2\n", "a A 192.0.2.2\n"],
    ["syn-wrong-rdata-kind", "a AAAA 2001:db8::1/64\n", "a AAAA 2001:db8::1\n"],
    ["syn-wrong-rdata-kind", "a CNAME 192.0.2.2\n", "a A 192.0.2.2\n"],
    ["syn-indented-directive", "  $TTL 60\n", "$TTL 60\n"],
    ["owner-indented", "\twww IN A 192.0.2.2\n", "www IN A 192.0.2.2\n"],
    ["syn-unknown-type", "a 192.0.2.2\n", "a A 192.0.2.2\n"],
    ["syn-unknown-type", "a 2001:db8::1\n", "a AAAA 2001:db8::1\n"],
    ["syn-unknown-type", "a 60IN A 192.0.2.2\n", "a 60 IN A 192.0.2.2\n"],
    ["syn-unknown-type", "a CNMAE b\n", "a CNAME b\n"],
    ["syn-unknown-directive", "$ORGIN example.\n", "$ORIGIN example.\n"],
    ["syn-unquoted-semicolon", "_dmarc TXT v=DMARC1; p=none\n", '_dmarc TXT "v=DMARC1; p=none"\n'],
    ["syn-unquoted-semicolon", "a CAA 0 issue ca.test; x=1  \r\n", 'a CAA 0 issue "ca.test; x=1"  \r\n'],
    ["syn-quoted-non-string", 'a A "192.0.2.2"\n', "a A 192.0.2.2\n"],
    ["syn-quoted-non-string", '"a" A 192.0.2.2\n', "a A 192.0.2.2\n"],
    ["syn-wrong-rdata-kind", "a URI 10 1 ftp://x/\n", 'a URI 10 1 "ftp://x/"\n'],
    ["syn-flag-names", "a DNSKEY ZONE|KSK 3 8 AQIDBA==\n", "a DNSKEY 257 3 8 AQIDBA==\n"],
    ["txt-string-too-long", `a WALLET ${x(300)}\n`, `a WALLET ${x(255)} ${x(45)}\n`],
    ["syn-foreign-comment", "# about this\n", "; about this\n"],
    ["syn-foreign-comment", "// about this\n", "; about this\n"],
    ["enc-non-ascii-owner", "bücher A 192.0.2.2\n", "xn--bcher-kva A 192.0.2.2\n"],
    ["enc-non-ascii-owner", "a CNAME bücher.example.\n", "a CNAME xn--bcher-kva.example.\n"],
    ["enc-invisible-char", "a A 192.0.2.2\u00a0\n", "a A 192.0.2.2\n"],
    ["enc-invisible-char", "a\u200b A 192.0.2.2\n", "a A 192.0.2.2\n"],
    ["enc-crlf", 'a TXT "é"\r\n\r\nb A 192.0.2.2\n; c\r\n', 'a TXT "é"\n\nb A 192.0.2.2\n; c\n'],
    ["enc-no-final-newline", "a A 192.0.2.2", "a A 192.0.2.2\n"],
    ["dir-origin-relative", "$ORIGIN sub\n", "$ORIGIN sub.example.\n"],
    ["gen-rhs-unquoted", "$GENERATE 1-2 h$ MX 10 m$\n", '$GENERATE 1-2 h$ MX "10 m$"\n'],
    ["txt-string-too-long", `a TXT "${x(600)}"\n`, `a TXT "${x(255)}" "${x(255)}" "${x(90)}"\n`],
    ["txt-string-too-long", `a TXT ${x(300)}\n`, `a TXT ${x(255)} ${x(45)}\n`],
    ["txt-string-too-long", `a TXT "${x(254)}\\065\\"y"\n`, `a TXT "${x(254)}\\065" "\\"y"\n`],
    ["txt-string-too-long", `a TXT "${x(254)}é"\n`, `a TXT "${x(254)}" "é"\n`],
  ])("of %s makes %j into %j", (rule, before, after) => {
    expect(repaired(before)).toEqual({ rule, text: after });
  });

  test("adds the $TTL that the SOA minimum stood in for", () => {
    const text = "@ IN SOA ns hm 1 3600 900 604800 300\n@ IN NS ns\nns IN A 192.0.2.1\n";
    const { diagnostics, zone } = readText(text);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["ttl-missing"]);
    const fixed = applyEdits(text, diagnostics[0]!.fix!.edits);
    expect(fixed).toBe(`$TTL 300\n${text}`);
    const again = readText(fixed);
    expect(again.diagnostics).toEqual([]);
    expect(again.zone.ttl(2)).toBe(zone.ttl(2));
  });

  test("takes a byte order mark away by writing the decoded text back", () => {
    const octets = new TextEncoder().encode(`\ufeff${preamble}`);
    const { diagnostics } = readText(octets);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["enc-bom"]);
    expect(applyEdits(new TextDecoder().decode(octets), diagnostics[0]!.fix!.edits)).toBe(preamble);
  });
});

test("what servers look for beside an included file in another directory is named", () => {
  const files = {
    "example.zone": `${preamble}$INCLUDE d/a.part\n`,
    "d/a.part": "$INCLUDE b.part\n",
    "d/b.part": "",
  };
  const [found] = readFiles(files).diagnostics;
  expect(found).toMatchObject({ rule: "dir-include-base", file: "d/a.part", line: 1, column: 10 });
  expect(found?.message).toContain('look for "b.part"');
});

describe("no fix is offered", () => {
  test.each([
    ["where an unquoted string holds quotes of its own", 'a TXT x; "y"\n'],
    ["for a number out of range", "a MX 65536 b\n"],
    ["for an address with a wrong octet", "a A 192.0.2.256\n"],
    ["for a type like no other", "a FROBNICATE x\n"],
  ])("%s", (_, text) => {
    const { diagnostics } = readText(preamble + text);
    expect(diagnostics.map(({ fix }) => fix)).toEqual([undefined]);
  });
});
