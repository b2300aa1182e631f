import { describe, expect, test } from "@jest/globals";
import { parseName, TYPE } from "../../../src/dns/index.ts";
import { KeyDigests, readDigest, readKey } from "../../../src/lint/dnssec/index.ts";
import { base32hexOf, hashOf } from "../../../src/lint/dnssec/nsec3.ts";
import { lint } from "../../../src/lint/index.ts";
import { lintZone } from "../judge-example.ts";

describe("the example of RFC 4034 §5.4", () => {
  const owner = parseName("dskey.example.com.");
  const { zone } = lintZone({
    origin: "example.com.",
    text: `$TTL 1d
@ SOA ns1 hostmaster 1 4h 1h 14d 1h
@ NS ns1.example.org.
dskey DNSKEY 256 3 5 ( AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvx
  egXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw== )
dskey DS 60485 5 1 ( 2BB183AF5F22588179A53B0A 98631FAD1A292118 )
dskey DS 60485 5 1 ( 2BB183AF5F22588179A53B0A 98631FAD1A292119 )
dskey DS 60486 5 1 ( 2BB183AF5F22588179A53B0A 98631FAD1A292118 )
`,
  });
  const key = readKey(zone, zone.rows(owner, TYPE.DNSKEY)[0]!)!;

  test("has this tag", () => {
    expect(key.tag).toBe(60485);
  });

  test("has this digest and no other", () => {
    const digests = zone.rows(owner, TYPE.DS).map((row) => readDigest(zone, row)!);
    expect(digests.map((digest) => new KeyDigests(owner, [key]).matchOf(digest))).toEqual([
      "key",
      "other digest",
      "none",
    ]);
  });
});

test.each([
  ["07example", "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom"],
  ["01a07example", "35mthgpgcu1qg68fab165klnsnk3dpvl"],
  ["03ns107example", "2t7b4g4vsa5smi47k61mv5bv1a22bojr"],
])("RFC 5155 appendix A has the hash of %s", (labels, hash) => {
  const wire = Buffer.from(
    labels.replace(/0(\d)/g, (_, length: string) => String.fromCharCode(Number(length))),
  );
  const parameters = { algorithm: 1, iterations: 12, salt: Buffer.from("aabbccdd", "hex") };
  expect(base32hexOf(hashOf(Buffer.concat([wire, Buffer.of(0)]), parameters)).toLowerCase()).toBe(hash);
});

describe("the zone of RFC 8976 appendix A.1", () => {
  const text = `$TTL 86400
@ SOA ns1 admin 2018031900 1800 900 604800 86400
@ NS ns1
@ NS ns2
@ ZONEMD 2018031900 1 1 ( c68090d90a7aed71 6bc459f9340e3d7c 1370d4d24b7e2fc3 a1ddc0b9a87153b9 a9713b3c9ae5cc27 777f98b8e730044c )
ns1 3600 A 203.0.113.63
ns2 3600 AAAA 2001:db8::63
`;
  const judge = (content: string): string[] => {
    const zone = lintZone({ origin: "example.", text: content, serial: "from-file" });
    return lint([zone], [zone]).flatMap(({ rule, message }) =>
      rule === "zonemd-mismatch" ? [message.split(",")[0]!] : [],
    );
  };

  test("has its digest", () => {
    expect(judge(text)).toEqual([]);
  });

  test("has another with another TTL, or another serial", () => {
    expect(judge(text.replace("ns1 3600", "ns1 3601"))).toHaveLength(1);
    expect(judge(text.replace("admin 2018031900", "admin 2018031901"))).toEqual([
      "the digest is for serial 2018031900",
    ]);
  });
});
