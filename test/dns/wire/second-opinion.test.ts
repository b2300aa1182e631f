import { describe, expect, test } from "@jest/globals";
import dnsPacket from "dns-packet";
import fc from "fast-check";
import {
  decodeMessage,
  encodeMessage,
  parseName,
  rdataToText,
  TYPE,
  typeName,
} from "../../../src/dns/index.ts";
import { messageWith, record } from "./messages.ts";

/** Names dns-packet understands: plain letters, digits and hyphens. */
const plainName = fc
  .array(fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/), { minLength: 1, maxLength: 4 })
  .map((labels) => labels.join("."));

describe("beside dns-packet", () => {
  test("what we write it reads the same", () => {
    const mail = "046d61696c076578616d706c6500";
    const answer = [
      record("www.example.", TYPE.CNAME, mail),
      record("mail.example.", TYPE.A, "c0000201"),
      record("mail.example.", TYPE.MX, `000a${mail}`),
      record("mail.example.", TYPE.SRV, `000100020050${mail}`),
      record(
        "example.",
        TYPE.SOA,
        `${mail}${mail}0000000500000e10000002580012750000000 12c`.replace(" ", ""),
      ),
    ];
    const theirs = dnsPacket.decode(Buffer.from(encodeMessage(messageWith({ answer }))));
    expect(theirs.answers).toMatchObject([
      { name: "www.example", type: "CNAME", data: "mail.example" },
      { name: "mail.example", type: "A", data: "192.0.2.1", ttl: 300 },
      { type: "MX", data: { preference: 10, exchange: "mail.example" } },
      { type: "SRV", data: { priority: 1, weight: 2, port: 80, target: "mail.example" } },
      { type: "SOA", data: { mname: "mail.example", rname: "mail.example", serial: 5, minimum: 300 } },
    ]);
  });

  test("what it writes we read the same", () => {
    fc.assert(
      fc.property(plainName, plainName, fc.nat(0xffff), fc.nat(86_400), (owner, target, id, ttl) => {
        const octets = dnsPacket.encode({
          type: "response",
          id,
          questions: [{ type: "MX", name: owner }],
          answers: [
            { type: "MX", name: owner, ttl, data: { preference: 10, exchange: target } },
            { type: "TXT", name: owner, ttl, data: ["v=spf1 -all"] },
            { type: "AAAA", name: target, ttl, data: "2001:db8::1" },
          ],
          additionals: [
            { type: "OPT", name: ".", udpPayloadSize: 4096, flags: dnsPacket.DNSSEC_OK } as never,
          ],
        });
        const ours = decodeMessage(octets);
        expect(ours.question).toEqual([{ name: parseName(`${owner}.`), type: TYPE.MX, class: 1 }]);
        expect(
          ours.answer.map(
            (rr) => `${rr.name} ${rr.ttl} ${typeName(rr.type)} ${rdataToText(rr.type, rr.rdata)}`,
          ),
        ).toEqual([
          `${owner}. ${ttl} MX 10 ${target}.`,
          `${owner}. ${ttl} TXT "v=spf1 -all"`,
          `${target}. ${ttl} AAAA 2001:db8::1`,
        ]);
        expect(ours).toMatchObject({ id, edns: { udpSize: 4096, do: true, version: 0 } });
      }),
      { numRuns: 100 },
    );
  });
});
