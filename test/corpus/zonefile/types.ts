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
  { id: "typ-026", input: "a HINFO PC\n", records: [], reports: ["5:11 error syn-missing-rdata"] },
  {
    id: "typ-052",
    input: 'a SPF "v=spf1 -all"\n',
    records: ['a.example. 3600 SPF "v=spf1 -all"'],
    reports: ["5:3 warning syn-obsolete-type"],
  },
  {
    id: "typ-059",
    input: "a DNAME x.example.\nb.a A 192.0.2.2\n",
    records: ["a.example. 3600 DNAME x.example.", "b.a.example. 3600 A 192.0.2.2"],
    reports: [],
  },
  { id: "typ-067", input: "a NULL \\# 1 00\n", records: ["a.example. 3600 NULL \\# 1 00"], reports: [] },
  {
    id: "typ-071",
    input: "a MD ns\n",
    records: [],
    reports: ["5:3 error syn-obsolete-type", "5:6 error syn-rfc3597"],
  },
  {
    id: "typ-079",
    input: "a ALIAS target.example.net.\n",
    records: [],
    reports: ["5:3 error syn-vendor-type"],
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
