import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ipv4FromText, ipv6FromText, parseName } from "../../src/dns/index.ts";
import { claimableHosts, hostFinder, isInternalZone, specialBlockOf } from "../../src/lint/known/index.ts";
import { lintZone } from "./judge-example.ts";

function useOf(text: string): string | undefined {
  return specialBlockOf(ipv4FromText(text) ?? ipv6FromText(text)!)?.use;
}

describe("special use", () => {
  test.each([
    ["9.255.255.255", undefined],
    ["10.0.0.0", "private"],
    ["10.255.255.255", "private"],
    ["11.0.0.0", undefined],
    ["100.63.255.255", undefined],
    ["100.64.0.0", "private"],
    ["100.128.0.0", undefined],
    ["172.15.255.255", undefined],
    ["172.31.255.255", "private"],
    ["172.32.0.0", undefined],
    ["0.0.0.0", "loopback"],
    ["0.0.0.1", "reserved"],
    ["127.0.0.53", "loopback"],
    ["198.51.100.7", "documentation"],
    ["223.255.255.255", undefined],
    ["224.0.0.1", "reserved"],
    ["255.255.255.255", "reserved"],
    ["::", "loopback"],
    ["::1", "loopback"],
    ["::2", "transition"],
    ["::ffff:192.0.2.1", "transition"],
    ["2001:0:1::", "transition"],
    ["2001:1::", undefined],
    ["2001:db8:ffff::1", "documentation"],
    ["2001:db9::", undefined],
    ["3fff:fff::1", "documentation"],
    ["3fff:1000::", undefined],
    ["fbff::", undefined],
    ["fdff::1", "private"],
    ["fe80::1", "private"],
    ["febf::1", "private"],
    ["ff02::1", "reserved"],
  ])("of %s is %s", (text, use) => {
    expect(useOf(text)).toBe(use);
  });

  test("is told of any octets", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (octets) => {
        expect(() => specialBlockOf(octets)).not.toThrow();
      }),
    );
  });
});

describe("a zone is internal", () => {
  const zone = (origin: string, view?: string) =>
    lintZone({
      origin,
      text: "$TTL 1h\n@ SOA ns1.example.com. h.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n",
      ...(view !== undefined && { view }),
    });

  test.each([
    ["office.internal.", true],
    ["1.10.in-addr.arpa.", true],
    ["16.172.in-addr.arpa.", true],
    ["d.f.ip6.arpa.", true],
    ["172.in-addr.arpa.", false],
    ["2.0.192.in-addr.arpa.", false],
    ["in-addr.arpa.", false],
    ["128/25.2.0.192.in-addr.arpa.", false],
    ["mylan.", false],
    ["example.org.", false],
  ])("by the name %s: %s", (origin, expected) => {
    expect(isInternalZone(zone(origin))).toBe(expected);
  });

  test("by its view", () => {
    expect(isInternalZone(zone("example.org.", "internal"))).toBe(true);
  });
});

describe("names that anyone may claim", () => {
  const find = hostFinder(claimableHosts);

  test.each([
    ["acme.github.io.", "github.io"],
    ["ACME.GitHub.io.", "github.io"],
    ["acme.s3.amazonaws.com.", "s3*.amazonaws.com"],
    ["acme.s3-website-us-east-1.amazonaws.com.", "s3*.amazonaws.com"],
    ["acme.s3.eu-north-1.amazonaws.com.", "s3*.*.amazonaws.com"],
    ["lb-1.eu-north-1.elb.amazonaws.com.", undefined],
    ["github.io.", undefined],
    ["notgithub.io.", undefined],
    [".", undefined],
  ])("%s: %s", (name, host) => {
    expect(find(parseName(name))).toBe(host);
  });

  test("are those of the repository's own list, whatever it says", () => {
    const own = hostFinder(["Pages.Example.NET.", "(a+)+$", "*"]);
    expect(own(parseName("a.pages.example.net."))).toBe("Pages.Example.NET.");
    expect(own(parseName("a.b."))).toBe("*");
    fc.assert(
      fc.property(fc.array(fc.string()), (patterns) => {
        expect(() => hostFinder(patterns)(parseName("a.b.c."))).not.toThrow();
      }),
    );
  });
});
