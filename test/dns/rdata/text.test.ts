import { describe, expect, test } from "@jest/globals";
import { parseName, RdataError, rdataFromText, rdataToText, typeCode } from "../../../src/dns/index.ts";
import { fieldsOf } from "../build-zone.ts";

const origin = parseName("example.");

/** What RDATA reads back as; the record is its type and RDATA as in a master file. */
function read(record: string): string {
  const [type, ...fields] = fieldsOf(record);
  const code = typeCode(type!.text)!;
  return rdataToText(code, rdataFromText(code, fields, origin));
}

function errorOf(record: string): RdataError {
  try {
    read(record);
  } catch (error) {
    if (error instanceof RdataError) return error;
    throw error;
  }
  throw new Error(`${record} was accepted`);
}

describe("RDATA that is read", () => {
  test.each([
    ["A 192.0.2.2", "192.0.2.2"],
    ["A \\# 4 C0000202", "192.0.2.2"],
    ["TYPE1 192.0.2.2", "192.0.2.2"],
    ["AAAA 2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["AAAA 2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"],
    ["AAAA 0:0:0:0:0:0:0:0", "::"],
    ["AAAA 1:0:0:0:0:0:0:0", "1::"],
    ["AAAA ::192.0.2.1", "::c000:201"],
    ["AAAA 64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
    ["NS ns", "ns.example."],
    ["NS 192.0.2.1", "192.0.2.1.example."],
    ["CNAME @", "example."],
    ["MX 010 mail.Other.", "10 mail.Other."],
    ["MX 0 .", "0 ."],
    ["SRV 0 0 0 .", "0 0 0 ."],
    ["TYPE15 10 ns", "10 ns.example."],
    ["SOA ns hm 2024010101 1h 15m 1W 5M", "ns.example. hm.example. 2024010101 3600 900 604800 300"],
    ["SOA ns first\\.last.example. 1 1 1 1 1", "ns.example. first\\.last.example. 1 1 1 1 1"],
    ['TXT ""', '""'],
    ["TXT @", '"@"'],
    ["TXT 'foo bar'", `"'foo" "bar'"`],
    ['TXT "\\065\\066C" \\t', '"ABC" "t"'],
    ['TXT "café"', '"caf\\195\\169"'],
    ['TXT "\\# 2 0161"', '"# 2 0161"'],
    ["TXT \\\\# 4", '"\\\\#" "4"'],
    ["TXT \\# 2 0161", '"a"'],
    ['CAA 0 issue "letsencrypt.org"', '0 issue "letsencrypt.org"'],
    ["CAA 128 ISSUE ca.example", '128 ISSUE "ca.example"'],
    ['CAA 0 issue ""', '0 issue ""'],
    ["DS 12345 ecdsap256sha256 2 ABab CD", "12345 13 2 ababcd"],
    ["SVCB 1 . alpn=h2,h3 ipv4hint=192.0.2.1", '1 . alpn="h2,h3" ipv4hint=192.0.2.1'],
    ["SVCB 1 @ port=53 key1=\\002h2", '1 example. alpn="h2" port=53'],
    ['HTTPS 1 . alpn="f\\\\\\\\oo\\\\,bar,h2"', '1 . alpn="f\\\\\\\\oo\\\\,bar,h2"'],
    ["HTTPS 1 . mandatory=port,alpn port=1 alpn=h2", '1 . mandatory=alpn,port alpn="h2" port=1'],
    ['SVCB 1 . dohpath="/dns-query{?dns}" key123', '1 . dohpath="/dns-query{?dns}" key123'],
    ["TYPE731 \\# 6 abcdef 012345", "\\# 6 abcdef012345"],
    ["TYPE731 \\# 0", "\\# 0"],
    ["TYPE731 \\# 3 a bcde f", "\\# 3 abcdef"],
    ["URI \\# 1 00", "\\# 1 00"],
  ])("%s becomes %s", (record, text) => {
    expect(read(record)).toBe(text);
  });

  test("a TXT string of 255 octets, counted after escapes", () => {
    expect(read(`TXT "${"\\120".repeat(255)}"`)).toBe(`"${"x".repeat(255)}"`);
  });
});

describe("RDATA that is refused, with the token at fault", () => {
  test.each([
    ["A 192.0.2", 0, /is not an IPv4 address/],
    ["A 192.0.2.256", 0, /is not an IPv4 address/],
    ["A 192.0.02.1", 0, /is not an IPv4 address/],
    ["A 0xc0.0.2.1", 0, /is not an IPv4 address/],
    ["A 192.0.2.1,", 0, /is not an IPv4 address/],
    ["A 192.0.2.1 192.0.2.2", 1, /is too much/],
    ["A", 0, /missing/],
    ['A "192.0.2.2"', 0, /must not be quoted/],
    ["A 2001:db8::1", 0, /belongs into an AAAA record/],
    ["AAAA 192.0.2.1", 0, /belongs into an A record/],
    ["AAAA 2001:db8::1::2", 0, /is not an IPv6 address/],
    ["AAAA 2001:db8::12345", 0, /is not an IPv6 address/],
    ["AAAA 2001:db8::1/64", 0, /no prefix length/],
    ["AAAA 1:2:3:4:5:6:7", 0, /is not an IPv6 address/],
    ["AAAA 1:2:3:4:5:6:7::8", 0, /is not an IPv6 address/],
    ["AAAA 1:2:3:4:5:6:7:8:9", 0, /is not an IPv6 address/],
    ["AAAA :1::2", 0, /is not an IPv6 address/],
    ["AAAA 1.2.3.4::", 0, /is not an IPv6 address/],
    ["AAAA fe80::1%eth0", 0, /is not an IPv6 address/],
    ["NS a..b", 0, /empty label/],
    ["MX ns", 0, /is not the preference/],
    ["MX 10mail", 0, /is not the preference/],
    ["MX 65536 a", 0, /is not the preference/],
    ["MX 10", 1, /missing/],
    ['MX "10" "ns"', 0, /must not be quoted/],
    ['MX 10 "ns"', 1, /must not be quoted/],
    ["SOA ns hm 1h 1 1 1 1", 2, /is not the serial/],
    ["SOA ns hm 2024-01-01 1 1 1 1", 2, /is not the serial/],
    ["SOA ns hm 4294967296 1 1 1 1", 2, /is not the serial/],
    ["SOA ns hm 1 1 1 1 4294967296", 6, /is not the negative caching TTL/],
    ["SOA ns hm 1 1 1 1", 6, /missing/],
    ["TXT", 0, /missing/],
    ['TXT a "\\256"', 1, /above \\255/],
    [`TXT a "${"x".repeat(256)}"`, 1, /256 octets.*split/],
    [`TXT ${"x".repeat(255).concat(" ").repeat(256)}`, undefined, /65536 octets/],
    ['CAA 0 is-sue "x"', 1, /is not a property tag/],
    ["CAA 0 issue", 2, /missing/],
    ["CAA 256 issue x", 0, /is not the flags/],
    ["HINFO PC", 1, /missing/],
    ["TLSA 3 1 1 xyz", 3, /is not the certificate association data/],
    ["TLSA 3 1 1 abc", 3, /no whole number of octets/],
    ["SVCB 1 . mandatory=key123", undefined, /key123 is mandatory, but not given/],
    ["SVCB 1 . mandatory=mandatory", 2, /lists itself/],
    ["SVCB 1 . mandatory=port,port port=1", 2, /twice/],
    ["SVCB 1 . key123=abc key123=def", 3, /given twice/],
    ["SVCB 1 . alpn=h2 no-default-alpn=x", 3, /takes no value/],
    ["SVCB 1 . no-default-alpn", undefined, /needs alpn/],
    ["SVCB 1 . port=65536", 2, /port from 0 to 65535/],
    ["SVCB 1 . port=", 2, /port from 0 to 65535/],
    ["SVCB 1 . unknown=x", 2, /no service parameter key/],
    ["SVCB 1 . key65535=x", 2, /no service parameter key/],
    ["SVCB 1 . ALPN=h2", 2, /no service parameter key/],
    ["SVCB 1 . alpn=h2,,h3", 2, /1 to 255 octets/],
    ["SVCB 1 . ipv4hint=192.0.2.1,", 2, /IPv4 addresses/],
    ["SVCB 1 . ech=AAA", 2, /base64/],
    ["SVCB 1 . key3=abc", 2, /2 octets/],
    ['SVCB 1 . "alpn=h2"', 2, /must not be quoted/],
    ["TYPE731 \\# 4 abcdef", 1, /has 3 octets, but its length is given as 4/],
    ["TYPE731 \\# 3 abcde", 2, /no whole number of octets/],
    ["TYPE731 \\# 1", 2, /missing/],
    ["TYPE731 \\# 0 ab", 2, /is too much/],
    ["TYPE731 \\# 65536 ab", 1, /is not the length/],
    ["TYPE731 abcdef", 0, /has to be written as \\# LENGTH HEX/],
    ["TYPE731 \\#3 abcdef", 0, /has to be written as/],
    ["TYPE731 # 3 abcdef", 0, /has to be written as/],
    ["TYPE731", 0, /nothing stands where/],
    ['TYPE999 \\# 2 "abcd"', 2, /must not be quoted/],
    ["MX \\# 4 000a0000", 2, /no MX RDATA.*too many/],
    ["CNAME \\# 3 026e00", 2, /no CNAME RDATA/],
    ["A \\# 3 c00002", 2, /no A RDATA/],
    ["TXT \\# 0", 2, /no TXT RDATA/],
  ])("%s", (record, field, message) => {
    const error = errorOf(record);
    expect(error.message).toMatch(message);
    expect(error.field).toBe(field);
  });

  test("what was expected is said apart from the message", () => {
    expect(errorOf("MX ten mail").expected).toBe("the preference (0 to 65535)");
    expect(errorOf("MX 10").expected).toBe("the name of a mail exchanger");
  });
});
