import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { contentHash, zoneText } from "../../../src/dns/index.ts";
import { buildZone, rebuildZone } from "../build-zone.ts";

const records = [
  "www 60 A 192.0.2.2",
  'txt 60 TXT "a \\"b\\" \\200;" ""',
  "@ 3600 NS NS1",
  "Www 60 A 192.0.2.1",
  "@ 3600 SOA ns1 host\\.master 7 3600 900 604800 300",
  "odd 60 TYPE65280 \\# 2 0aff",
  "\\@\\$\\;.Z.a 5 MX 10 Mail.Other.",
  "odd 60 SRV 0 5 443 \\.x",
  "www 60 A 192.0.2.1",
];
const zone = buildZone("example.", records);

describe("zoneText", () => {
  test("is one record a line, SOA first, then in canonical order, absolute, without repetitions", () => {
    expect(zoneText(zone)).toBe(
      [
        "example. 3600 IN SOA ns1.example. host\\.master.example. 7 3600 900 604800 300",
        "example. 3600 IN NS NS1.example.",
        "\\@\\$\\;.Z.a.example. 5 IN MX 10 Mail.Other.",
        "odd.example. 60 IN SRV 0 5 443 \\.x.example.",
        "odd.example. 60 IN TYPE65280 \\# 2 0aff",
        'txt.example. 60 IN TXT "a \\"b\\" \\200;" ""',
        "www.example. 60 IN A 192.0.2.1",
        "www.example. 60 IN A 192.0.2.2",
        "",
      ].join("\n"),
    );
  });

  test("reads back to the same content, and is the same when printed again", () => {
    const again = rebuildZone(zone.apex, zoneText(zone));
    expect(contentHash(again)).toBe(contentHash(zone));
    expect(zoneText(again)).toBe(zoneText(zone));
  });

  test("does not depend on the order of records of different owners", () => {
    const reordered = buildZone("EXAMPLE.", [...records.slice(3), ...records.slice(1, 3), records[0]!]);
    expect(zoneText(reordered).toLowerCase()).toBe(zoneText(zone).toLowerCase());
  });

  test("gives a zone without SOA too, and prints the SOA of another owner in its place", () => {
    const odd = buildZone("example.", ["sub 60 SOA a b 1 2 3 4 5", "@ 60 NS ns", "a 60 A 192.0.2.1"]);
    expect(zoneText(odd).match(/^\S+/gm)).toEqual(["example.", "a.example.", "sub.example."]);
    expect(zoneText(buildZone("example.", []))).toBe("");
  });
});

describe("signatures of one name", () => {
  const signature = (type: string, ttl: number) =>
    `www ${ttl} RRSIG ${type} 13 2 ${ttl} 20300101000000 20290101000000 1 example. AQIDBA==`;
  const signatures = [signature("A", 60), signature("TXT", 300), signature("AAAA", 5)];

  test("have each the TTL of what it covers (RFC 4034 §3)", () => {
    expect(zoneText(buildZone("example.", signatures)).match(/ \d+ IN RRSIG \S+/g)).toEqual([
      " 60 IN RRSIG A",
      " 300 IN RRSIG TXT",
      " 5 IN RRSIG AAAA",
    ]);
  });

  test("are the same content in any order, and other content with another TTL", () => {
    const hash = contentHash(buildZone("example.", signatures));
    expect(contentHash(buildZone("example.", signatures.toReversed()))).toBe(hash);
    const later = signatures.with(1, signatures[1]!.replace("www 300", "www 301"));
    expect(contentHash(buildZone("example.", later))).not.toBe(hash);
  });
});

describe("contentHash", () => {
  const hash = contentHash(zone);
  const changed = (from: string, to: string): string =>
    contentHash(
      buildZone(
        "example.",
        records.map((line) => line.replace(from, to)),
      ),
    );

  test("is a SHA-256 in hex", () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("does not see serial, order, repetitions or the case of names", () => {
    expect(contentHash(zone.withSerial(99))).toBe(hash);
    expect(changed("Mail.Other.", "mail.OTHER.")).toBe(hash);
    expect(changed("txt 60", "TXT 60")).toBe(hash);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(contentHash(buildZone("Example.", [...shuffled, records[0]!]))).toBe(hash);
      }),
    );
  });

  test.each([
    ["www 60 A 192.0.2.2", "www 60 A 192.0.2.3"],
    ["txt 60", "txt 61"],
    ["txt 60", "text 60"],
    ["a \\", "A \\"],
    [" 3600 900", " 3600 901"],
    ["TYPE65280", "TYPE65281"],
    ["ns1 host", "ns2 host"],
  ])("sees %s become %s", (from, to) => {
    expect(changed(from, to)).not.toBe(hash);
  });

  test("sees a record more, a record less, and another apex", () => {
    expect(contentHash(buildZone("example.", [...records, "new 60 A 192.0.2.1"]))).not.toBe(hash);
    expect(contentHash(buildZone("example.", records.slice(1)))).not.toBe(hash);
    expect(contentHash(buildZone("example.", []))).not.toBe(contentHash(buildZone("example.org.", [])));
  });
});
