import type { TortureCase } from "./torture-case.ts";

/** Cases of our own on data of the rarer record types. */
export const recordTypes: readonly TortureCase[] = [
  {
    id: "more-svcb-quoted-values",
    input: 'a HTTPS 1 . alpn="h2,h3" port="443" key10="a b"\nb SVCB 1 . ( alpn="h2"\n port=53 )\n',
    records: [
      'a.example. 3600 HTTPS 1 . alpn="h2,h3" port=443 key10="a b"',
      'b.example. 3600 SVCB 1 . alpn="h2" port=53',
    ],
    reports: [],
  },
  {
    id: "more-svcb-space-before-quote",
    input: 'a HTTPS 1 . alpn= "h2"\n',
    records: [],
    reports: ["5:13 error syn-wrong-rdata-kind"],
  },
  {
    id: "more-svcb-quotes-touch",
    input: 'a HTTPS 1 . alpn="h2""h3"\nb HTTPS 1 . "alpn=h2"\n',
    records: [],
    reports: ["5:18 error syn-wrong-rdata-kind", "6:13 error syn-quoted-non-string"],
  },
  {
    id: "more-svcb-quoted-value-wrong",
    input: 'a HTTPS 1 . port="65536"\nb HTTPS 1 . dohpath="/q"\n',
    records: [],
    reports: ["5:18 error syn-wrong-rdata-kind", "6:21 error syn-wrong-rdata-kind"],
  },
  {
    id: "more-text-quotes-touch",
    input: 'a WALLET a="b"\nb TXT a="b"\n',
    records: ['a.example. 3600 WALLET "a=" "b"', 'b.example. 3600 TXT "a=" "b"'],
    reports: ["5:12 warning syn-adjacent-quote", "6:9 warning syn-adjacent-quote"],
  },
  {
    id: "more-bitmap-no-type",
    input: "a NSEC b. A 1\nb NSEC b.\nc CSYNC 1 0 A NOPE\n",
    records: [],
    reports: [
      "5:13 error syn-wrong-rdata-kind",
      "6:10 error syn-missing-rdata",
      "7:15 error syn-wrong-rdata-kind",
    ],
  },
  {
    id: "more-list-tail-wrong",
    input: "a HIP 2 AB AQ== a..b\nb APL 1:192.0.2.0/24 192.0.2.0/24\nc WKS 192.0.2.1 6 nope\nd ISDN a b c\n",
    records: [],
    reports: [
      "5:17 error syn-empty-label",
      "6:22 error syn-wrong-rdata-kind",
      "7:3 warning syn-obsolete-type",
      "7:19 error syn-wrong-rdata-kind",
      "8:3 warning syn-obsolete-type",
      "8:12 error syn-extra-token",
    ],
  },
  {
    id: "more-base64-wrong",
    input: "a OPENPGPKEY AQE\nb OPENPGPKEY AQ == ID==\nc DNSKEY 256 3 8 A!==\n",
    records: [],
    reports: [
      "5:14 error syn-wrong-rdata-kind",
      "6:20 error syn-wrong-rdata-kind",
      "7:18 error syn-wrong-rdata-kind",
    ],
  },
  {
    id: "more-base64-lines",
    input:
      "@ DNSKEY 257 3 13 ( mdsswUyr3DPW132mOi8V9xESWE8jTo0d ; one\n xCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ== ) ; two\n",
    records: [
      "example. 3600 DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==",
    ],
    reports: [],
  },
  {
    id: "more-digest-length",
    input: "a DS 1 8 2 abab\nb SSHFP 1 1 abab\nc ZONEMD 1 1 1 abab\n",
    records: [],
    reports: [
      "5:12 error syn-wrong-rdata-kind",
      "6:13 error syn-wrong-rdata-kind",
      "7:16 error syn-wrong-rdata-kind",
    ],
  },
  {
    id: "more-nsec3-hash",
    input: "a NSEC3 1 0 0 - 2t7b4g4v A\nb NSEC3 1 0 0 xx 2t7b4g4vsa5smi47k61mv5bv1a22bojr\n",
    records: [],
    reports: ["5:17 error syn-wrong-rdata-kind", "6:15 error syn-wrong-rdata-kind"],
  },
  {
    id: "more-rrsig-fields",
    input:
      "a RRSIG A 13 2 3600 20300231000000 20200101000000 1 example. AQ==\nb RRSIG A 13 2 3600 20300101000000 20200101000000 65536 example. AQ==\nc RRSIG A 13 0 3600 20300101000000 20200101000000 1 example. AQ==\nd RRSIG A 13 2 3600 1893456000 1577836800 1 example. AQ==\n",
    records: ["d.example. 3600 RRSIG A 13 2 3600 20300101000000 20200101000000 1 example. AQ=="],
    reports: [
      "5:21 error syn-number-range",
      "6:51 error syn-number-range",
      "7:53 error syn-wrong-rdata-kind",
    ],
  },
  {
    id: "more-key-flags",
    input:
      "a CDNSKEY ZONE|KSK 3 8 AQIDBA==\nb KEY NOKEY|ZONE DNSSEC RSASHA1\nc DNSKEY ZONE|SEP 3 8 AQIDBA==\n",
    records: ["a.example. 3600 CDNSKEY 257 3 8 AQIDBA==", "b.example. 3600 KEY 49408 3 5"],
    reports: [
      "5:11 warning syn-flag-names",
      "6:3 warning syn-obsolete-type",
      "6:7 warning syn-flag-names",
      "7:10 error syn-wrong-rdata-kind",
    ],
  },
  {
    id: "more-loc-short",
    input:
      "a LOC 42 N 71 W 1\nb LOC 42 21 .5 N 71 5 5. W -.5m 3.37m\nc LOC 42 21 54 N 71 06 18 W\nd LOC 42 21 54 n 71 06 18 W 1\n",
    records: [
      "a.example. 3600 LOC 42 0 0.000 N 71 0 0.000 W 1.00m 1m 10000m 10m",
      "b.example. 3600 LOC 42 21 0.500 N 71 5 5.000 W -0.50m 3m 10000m 10m",
    ],
    reports: ["7:28 error syn-missing-rdata", "8:16 error syn-wrong-rdata-kind"],
  },
  {
    id: "more-gateways",
    input:
      "a IPSECKEY 10 3 2 gw AQID\nb IPSECKEY 10 1 2 gw AQID\nc IPSECKEY 10 4 2 gw AQID\nd AMTRELAY 10 1 0 x\ne AMTRELAY 10 2 1 192.0.2.1\n",
    records: ["a.example. 3600 IPSECKEY 10 3 2 gw.example. AQID"],
    reports: [
      "6:19 error syn-wrong-rdata-kind",
      "7:15 error syn-number-range",
      "8:19 error syn-wrong-rdata-kind",
      "9:15 error syn-number-range",
    ],
  },
  {
    id: "more-uri-unquoted",
    input: 'a URI 10 1 ftp://x\nb URI 10 1 "a" "b"\n',
    records: [],
    reports: ["5:12 error syn-wrong-rdata-kind", "6:16 error syn-extra-token"],
  },
  { id: "more-mail-forwarder", input: "a MF ns\n", records: [], reports: ["5:3 error syn-obsolete-type"] },
  {
    id: "more-names-of-rdata",
    input: "$ORIGIN sub.example.\na RP hm @\nb TALINK . x\nc KX 10 X.Y\nd DSYNC CDS NOTIFY 53 @\n",
    records: [
      "a.sub.example. 3600 RP hm.sub.example. sub.example.",
      "b.sub.example. 3600 TALINK . x.sub.example.",
      "c.sub.example. 3600 KX 10 X.Y.sub.example.",
      "d.sub.example. 3600 DSYNC CDS NOTIFY 53 sub.example.",
    ],
    reports: [],
  },
  {
    id: "more-generic-of-known",
    input:
      "a NSEC \\# 9 01 61 00 00 04 40 00 00 03\nb NSEC \\# 9 01 61 00 00 04 40 00 00 00\nc LOC \\# 1 01\n",
    records: ["a.example. 3600 NSEC a. A NXT EID"],
    reports: ["6:13 error syn-rfc3597", "7:12 error syn-rfc3597"],
  },
];
