import type { TortureCase } from "./torture-case.ts";

/** Section "types" of the torture list. */
export const types: readonly TortureCase[] = [
  {
    id: "typ-001",
    input:
      'a CAA 0 issue "letsencrypt.org"\nb CAA 128 ISSUE ca.example\nc CAA 0 iodef "mailto:a@b"\nd CAA 0 issue ";"\n',
    records: [
      'a.example. 3600 CAA 0 issue "letsencrypt.org"',
      'b.example. 3600 CAA 128 ISSUE "ca.example"',
      'c.example. 3600 CAA 0 iodef "mailto:a@b"',
      'd.example. 3600 CAA 0 issue ";"',
    ],
    reports: [],
  },
  { id: "typ-002", input: 'a CAA 0 is-sue "x"\n', records: [], reports: ["5:9 error syn-wrong-rdata-kind"] },
  { id: "typ-004", input: "a CAA 0 issue\n", records: [], reports: ["5:14 error syn-missing-rdata"] },
  {
    id: "typ-005",
    input: "_443._tcp.a TLSA 3 1 1 abababababababababababababababababababababababababababababababab\n",
    records: [
      "_443._tcp.a.example. 3600 TLSA 3 1 1 abababababababababababababababababababababababababababababababab",
    ],
    reports: [],
  },
  {
    id: "typ-007",
    input: "_443._tcp.a TLSA 3 1 1 ( abababababababababababababababab\n cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd )\n",
    records: [
      "_443._tcp.a.example. 3600 TLSA 3 1 1 ababababababababababababababababcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd",
    ],
    reports: [],
  },
  {
    id: "typ-008",
    input: "a SSHFP 4 2 abababababababababababababababababababababababababababababababab\n",
    records: ["a.example. 3600 SSHFP 4 2 abababababababababababababababababababababababababababababababab"],
    reports: [],
  },
  {
    id: "typ-010",
    input: "a DS 12345 13 2 abababababababababababababababababababababababababababababababab\n",
    records: [
      "a.example. 3600 DS 12345 13 2 abababababababababababababababababababababababababababababababab",
    ],
    reports: [],
  },
  {
    id: "typ-011",
    input:
      "a NS ns\na DS 12345 ECDSAP256SHA256 2 abababababababababababababababababababababababababababababababab\n",
    records: [
      "a.example. 3600 NS ns.example.",
      "a.example. 3600 DS 12345 13 2 abababababababababababababababababababababababababababababababab",
    ],
    reports: [],
  },
  {
    id: "typ-013",
    input:
      "@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==\n",
    records: [
      "example. 3600 DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==",
    ],
    reports: [],
  },
  {
    id: "typ-014",
    input:
      "@ DNSKEY 257 3 ECDSAP256SHA256 ( mdsswUyr3DPW132mOi8V9xESWE8jTo0d\n xCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ== )\n",
    records: [
      "example. 3600 DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==",
    ],
    reports: [],
  },
  {
    id: "typ-016",
    input: "@ NSEC3PARAM 1 0 0 -\n",
    records: ["example. 3600 NSEC3PARAM 1 0 0 -"],
    reports: [],
  },
  {
    id: "typ-017",
    input: "@ NSEC3PARAM 1 0 150 aabbccdd\n",
    records: ["example. 3600 NSEC3PARAM 1 0 150 aabbccdd"],
    reports: [],
  },
  {
    id: "typ-019",
    input: "a LOC 91 0 0 N 0 0 0 E 0m\n",
    records: [],
    reports: ["5:7 error syn-number-range"],
  },
  {
    id: "typ-020",
    input: "a LOC 42 21 54.0001 N 71 06 18 W 1m\n",
    records: [],
    reports: ["5:13 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-022",
    input: 'a NAPTR 100 50 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .\n',
    records: ['a.example. 3600 NAPTR 100 50 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .'],
    reports: [],
  },
  {
    id: "typ-023",
    input: 'a NAPTR 100 50 s "x" "!a!b!i" b.\n',
    records: ['a.example. 3600 NAPTR 100 50 "s" "x" "!a!b!i" b.'],
    reports: [],
  },
  { id: "typ-025", input: "a APL\n", records: ["a.example. 3600 APL "], reports: [] },
  { id: "typ-026", input: "a HINFO PC\n", records: [], reports: ["5:11 error syn-missing-rdata"] },
  { id: "typ-028", input: 'a URI 10 1 ""\n', records: ['a.example. 3600 URI 10 1 ""'], reports: [] },
  {
    id: "typ-029",
    input: "a EUI48 00-00-5e-00-53-2a\nb EUI64 00-00-5e-ef-10-00-00-2a\n",
    records: ["a.example. 3600 EUI48 00-00-5e-00-53-2a", "b.example. 3600 EUI64 00-00-5e-ef-10-00-00-2a"],
    reports: [],
  },
  {
    id: "typ-031",
    input: "a RP hm.example. .\n",
    records: ["a.example. 3600 RP hm.example. ."],
    reports: [],
  },
  {
    id: "typ-032",
    input: "a SVCB 0 svc.example.net.\nb HTTPS 1 . alpn=h2,h3 ipv4hint=192.0.2.1\n",
    records: [
      "a.example. 3600 SVCB 0 svc.example.net.",
      'b.example. 3600 HTTPS 1 . alpn="h2,h3" ipv4hint=192.0.2.1',
    ],
    reports: [],
  },
  {
    id: "typ-034",
    input: 'a HTTPS 1 . alpn="f\\\\\\\\oo\\\\,bar,h2"\n',
    records: ['a.example. 3600 HTTPS 1 . alpn="f\\\\\\\\oo\\\\,bar,h2"'],
    reports: [],
  },
  {
    id: "typ-035",
    input: 'a SVCB 1 foo.example.com. key667="hello\\210qoo"\n',
    records: ['a.example. 3600 SVCB 1 foo.example.com. key667="hello\\210qoo"'],
    reports: [],
  },
  {
    id: "typ-037",
    input: "a SVCB 1 . mandatory=key123\n",
    records: [],
    reports: ["5:12 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-038",
    input: "a SVCB 1 . key123=abc key123=def\n",
    records: [],
    reports: ["5:23 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-040",
    input: "a SVCB 1 . no-default-alpn=x\n",
    records: [],
    reports: ["5:12 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-041",
    input: "a SVCB 1 . no-default-alpn\n",
    records: [],
    reports: ["5:12 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-043",
    input: "a SVCB 1 . port=65536\n",
    records: [],
    reports: ["5:12 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-044",
    input:
      "a SVCB 1 . ech=AEj+DQBEAQAgACAdd+scUi0IYFsXnUIU7ko2Nd9+F8M26pAGZVpz/KrWPgAEAAEAAWQVZWNoLXNpdGVzLmV4YW1wbGUubmV0AAA=\n",
    records: [
      "a.example. 3600 SVCB 1 . ech=AEj+DQBEAQAgACAdd+scUi0IYFsXnUIU7ko2Nd9+F8M26pAGZVpz/KrWPgAEAAEAAWQVZWNoLXNpdGVzLmV4YW1wbGUubmV0AAA=",
    ],
    reports: [],
  },
  {
    id: "typ-046",
    input: "a SVCB 1 . unknown=x\n",
    records: [],
    reports: ["5:12 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-047",
    input: "a SVCB 1 . KEY123=x ALPN=h2\n",
    records: [],
    reports: ["5:12 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-049",
    input: "a CSYNC 66 3 A NS AAAA\n",
    records: ["a.example. 3600 CSYNC 66 3 A NS AAAA"],
    reports: [],
  },
  {
    id: "typ-050",
    input:
      "@ ZONEMD 1 1 1 abababababababababababababababababababababababababababababababababababababababababababababababab\n",
    records: [
      "example. 3600 ZONEMD 1 1 1 abababababababababababababababababababababababababababababababababababababababababababababababab",
    ],
    reports: [],
  },
  {
    id: "typ-052",
    input: 'a SPF "v=spf1 -all"\n',
    records: ['a.example. 3600 SPF "v=spf1 -all"'],
    reports: ["5:3 warning syn-obsolete-type"],
  },
  { id: "typ-053", input: "a CDS 0 0 0 00\n", records: ["a.example. 3600 CDS 0 0 0 00"], reports: [] },
  {
    id: "typ-055",
    input: "a NSEC b.example. A TYPE65534 RRSIG NSEC\n",
    records: ["a.example. 3600 NSEC b.example. A RRSIG NSEC TYPE65534"],
    reports: [],
  },
  {
    id: "typ-056",
    input: "a RRSIG A 13 2 3600 20300101000000 20200101000000 12345 example. AQIDBA==\n",
    records: ["a.example. 3600 RRSIG A 13 2 3600 20300101000000 20200101000000 12345 example. AQIDBA=="],
    reports: [],
  },
  {
    id: "typ-058",
    input: "a RRSIG A 13 2 1h 20300101000000 20200101000000 12345 example. AQIDBA==\n",
    records: [],
    reports: ["5:16 error syn-wrong-rdata-kind"],
  },
  {
    id: "typ-059",
    input: "a DNAME x.example.\nb.a A 192.0.2.2\n",
    records: ["a.example. 3600 DNAME x.example.", "b.a.example. 3600 A 192.0.2.2"],
    reports: [],
  },
  {
    id: "typ-061",
    input: "a WKS 192.0.2.1 TCP ( smtp 25 80 )\n",
    records: ["a.example. 3600 WKS 192.0.2.1 6 25 80"],
    reports: ["5:3 warning syn-obsolete-type"],
  },
  {
    id: "typ-062",
    input: "a NID 10 0014:4fff:ff20:ee64\nb L32 10 10.1.2.0\nc L64 10 2001:0DB8:1140:1000\nd LP 10 ns\n",
    records: [
      "a.example. 3600 NID 10 14:4fff:ff20:ee64",
      "b.example. 3600 L32 10 10.1.2.0",
      "c.example. 3600 L64 10 2001:db8:1140:1000",
      "d.example. 3600 LP 10 ns.example.",
    ],
    reports: [],
  },
  {
    id: "typ-064",
    input: "a HIP 2 200100107B1A74DF365639CC39F1D578 AQIDBA== ns\n",
    records: ["a.example. 3600 HIP 2 200100107b1a74df365639cc39f1d578 AQIDBA== ns.example."],
    reports: [],
  },
  {
    id: "typ-065",
    input: "a SMIMEA 3 1 1 abababababababababababababababababababababababababababababababab\n",
    records: [
      "a.example. 3600 SMIMEA 3 1 1 abababababababababababababababababababababababababababababababab",
    ],
    reports: [],
  },
  { id: "typ-067", input: "a NULL \\# 1 00\n", records: ["a.example. 3600 NULL \\# 1 00"], reports: [] },
  {
    id: "typ-068",
    input: "a A6 0 2001:db8::1\n",
    records: ["a.example. 3600 A6 0 2001:db8::1"],
    reports: ["5:3 warning syn-obsolete-type"],
  },
  {
    id: "typ-070",
    input: "a MB ns\nb MG ns\nc MR ns\nd MINFO ns ns\n",
    records: [
      "a.example. 3600 MB ns.example.",
      "b.example. 3600 MG ns.example.",
      "c.example. 3600 MR ns.example.",
      "d.example. 3600 MINFO ns.example. ns.example.",
    ],
    reports: [
      "5:3 warning syn-obsolete-type",
      "6:3 warning syn-obsolete-type",
      "7:3 warning syn-obsolete-type",
      "8:3 warning syn-obsolete-type",
    ],
  },
  { id: "typ-071", input: "a MD ns\n", records: [], reports: ["5:3 error syn-obsolete-type"] },
  {
    id: "typ-073",
    input: "a AMTRELAY 10 0 1 203.0.113.15\n",
    records: ["a.example. 3600 AMTRELAY 10 0 1 203.0.113.15"],
    reports: [],
  },
  {
    id: "typ-074",
    input: "a TALINK b c\n",
    records: ["a.example. 3600 TALINK b.example. c.example."],
    reports: [],
  },
  {
    id: "typ-076",
    input: "a RESINFO qnamemin exterr=15-17 infourl=https://x/\n",
    records: ['a.example. 3600 RESINFO "qnamemin" "exterr=15-17" "infourl=https://x/"'],
    reports: [],
  },
  {
    id: "typ-077",
    input: "a DSYNC CDS 1 5359 ns\n",
    records: ["a.example. 3600 DSYNC CDS NOTIFY 5359 ns.example."],
    reports: [],
  },
  {
    id: "typ-079",
    input: "a ALIAS target.example.net.\n",
    records: [],
    reports: ["5:3 error syn-vendor-type"],
  },
  {
    id: "typ-080",
    input: "a DNSKEY 256 3 RSASHA256 AwEAAQ==\nb DNSKEY ZONE 3 8 AwEAAQ==\n",
    records: ["a.example. 3600 DNSKEY 256 3 8 AwEAAQ==", "b.example. 3600 DNSKEY 256 3 8 AwEAAQ=="],
    reports: ["6:10 warning syn-flag-names"],
  },
  { id: "typ-082", input: "a TLSA 3 1 1 xyz\n", records: [], reports: ["5:14 error syn-wrong-rdata-kind"] },
  {
    id: "typ-083",
    input: "a CAA 0 issue letsencrypt.org; validationmethods=dns-01\n",
    records: ['a.example. 3600 CAA 0 issue "letsencrypt.org"'],
    reports: ["5:30 error syn-unquoted-semicolon"],
  },
  {
    id: "typ-085",
    input: 'a TXT "v=spf1 ip4:192.0.2.1" "ip4:192.0.2.2 -all"\n',
    records: ['a.example. 3600 TXT "v=spf1 ip4:192.0.2.1" "ip4:192.0.2.2 -all"'],
    reports: [],
  },
  {
    id: "typ-086",
    input: "a SRV 0 0 80 ns\na SRV 0 0 80 ns.\n",
    records: ["a.example. 3600 SRV 0 0 80 ns.example.", "a.example. 3600 SRV 0 0 80 ns."],
    reports: [],
  },
];
