import { describe, expect, test } from "@jest/globals";
import dnsPacket, { type Answer, type StringRecordType } from "dns-packet";
import { parseName, rdataFromText, TYPE } from "../../../src/dns/index.ts";
import { fieldsOf } from "../build-zone.ts";

/** A message with one answer for the root has its RDATA after 12 octets of header and 11 of name, type, class, TTL and length. */
function rdataOf(answer: Answer): Uint8Array {
  const message = dnsPacket.encode({ type: "response", answers: [answer] });
  return Uint8Array.from(message.subarray(12 + 11));
}

const digest = Buffer.from("0123456789abcdef0123456789abcdef01234567", "hex");
const targets: readonly StringRecordType[] = ["NS", "CNAME", "PTR", "DNAME"];

const name = ".";
const cases: readonly (readonly [Answer, string])[] = [
  [{ name, type: "A", data: "192.0.2.7" }, "192.0.2.7"],
  [{ name, type: "AAAA", data: "2001:db8::7:0:1" }, "2001:db8::7:0:1"],
  ...targets.map((type): readonly [Answer, string] => [
    { name, type, data: "a.Bc.example" },
    "a.Bc.example.",
  ]),
  [{ name, type: "MX", data: { preference: 513, exchange: "mail.example" } }, "513 mail.example."],
  [
    { name, type: "SRV", data: { priority: 1, weight: 2, port: 443, target: "h.example" } },
    "1 2 443 h.example.",
  ],
  [{ name, type: "TXT", data: ["v=spf1 -all", ""] }, '"v=spf1 -all" ""'],
  [
    { name, type: "CAA", data: { flags: 128, tag: "issue", value: "ca.example; a=b" } },
    '128 issue "ca.example; a=b"',
  ],
  [{ name, type: "HINFO", data: { cpu: "PC", os: "BSD 4" } }, 'PC "BSD 4"'],
  [
    {
      name,
      type: "SOA",
      data: {
        mname: "ns.x",
        rname: "hm.x",
        serial: 4294967295,
        refresh: 1,
        retry: 60,
        expire: 3600,
        minimum: 86400,
      },
    },
    "ns.x. hm.x. 4294967295 1 1m 1h 1d",
  ],
  [
    { name, type: "DS", data: { keyTag: 60485, algorithm: 13, digestType: 1, digest } },
    `60485 13 1 ${digest.toString("hex")}`,
  ],
  [
    { name, type: "SSHFP", data: { algorithm: 4, hash: 1, fingerprint: digest.toString("hex") } },
    `4 1 ${digest.toString("hex")}`,
  ],
  [
    { name, type: "TLSA", data: { usage: 3, selector: 1, matchingType: 1, certificate: digest } },
    `3 1 1 ${digest.toString("hex")}`,
  ],
  [
    {
      name,
      type: "NAPTR",
      data: {
        order: 10,
        preference: 20,
        flags: "u",
        services: "E2U+sip",
        regexp: "!^.*$!sip:a@b!",
        replacement: ".",
      },
    },
    '10 20 u E2U+sip "!^.*$!sip:a@b!" .',
  ],
];

const signature = Buffer.from("0102030405", "hex");
const more: readonly (readonly [Answer, string])[] = [
  [{ name, type: "RP", data: { mbox: "hm.example", txt: "people.example" } }, "hm.example. people.example."],
  [{ name, type: "DNSKEY", data: { flags: 257, algorithm: 13, key: signature } }, "257 3 13 AQIDBAU="],
  [
    {
      name,
      type: "RRSIG",
      data: {
        typeCovered: "MX",
        algorithm: 13,
        labels: 2,
        originalTTL: 3600,
        expiration: 1893456000,
        inception: 1577836800,
        keyTag: 12345,
        signersName: "example",
        signature,
      },
    },
    "MX 13 2 3600 20300101000000 20200101000000 12345 example. AQIDBAU=",
  ],
  [
    { name, type: "NSEC", data: { nextDomain: "b.example", rrtypes: ["A", "MX", "RRSIG", "NSEC", "CAA"] } },
    "b.example. A MX RRSIG NSEC CAA",
  ],
  [
    {
      name,
      type: "NSEC3",
      data: {
        algorithm: 1,
        flags: 1,
        iterations: 12,
        salt: Buffer.from("aabbccdd", "hex"),
        nextDomain: digest,
        rrtypes: ["NS", "DS", "RRSIG"],
      },
    },
    "1 1 12 aabbccdd 04hkaps9lf6uu0938ljojaudts0i6hb7 NS DS RRSIG",
  ],
];

describe("dns-packet writes the same RDATA, of the types it writes correctly", () => {
  test.each([...cases, ...more].map(([answer, text]) => ({ answer, text })))(
    "$answer.type $text",
    ({ answer, text }) => {
      const type = TYPE[answer.type as keyof typeof TYPE];
      expect(rdataFromText(type, fieldsOf(text), parseName("origin."))).toEqual(rdataOf(answer));
    },
  );
});
