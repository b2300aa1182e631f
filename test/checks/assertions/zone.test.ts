import { judgeRows } from "./rows.ts";

const expectation = "zone: acme.example";
const caa = '@ CAA 0 issue "letsencrypt.org; accounturi=x"\n@ CAA 0 iodef "mailto:a@acme.example"';
const key =
  "@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==";

judgeRows("zone", [
  { expectation },
  { expectation: "zone: a.acme.example", records: "a A 192.0.2.1", fails: ["at least one SOA record"] },
  { expectation: "zone: elsewhere.test", fails: ["outside the repository's zones"] },
  {
    expectation: `${expectation}\nsoa: { mname: NS1.acme.example, rname: host.acme.example, refresh: { min: 2h, max: 2h }, retry: { max: 1h }, expire: { min: 2w }, minimum: { max: 5m } }`,
  },
  {
    expectation: `${expectation}\nsoa: { mname: ns2.acme.example, refresh: { max: 1h } }`,
    fails: [
      ["acme.example. SOA: expected mname ns2.acme.example., found ns1.acme.example.", "zone:1"],
      ["expected refresh of at most 1 h, found 2 h"],
    ],
  },
  {
    expectation: `${expectation}\nsoa: { rname: a.example }`,
    fails: ["rname a.example., found host.acme.example."],
  },
  {
    expectation: `${expectation}\nsoa: { minimum: { min: 1h } }`,
    fails: ["minimum of at least 1 h, found 5 min"],
  },
  { expectation: `${expectation}\nnameservers: { count: { min: 2 } }`, records: "@ NS a\n@ NS b" },
  {
    expectation: `${expectation}\nnameservers: { count: { min: 2 }, equals: [a.acme.example, b.acme.example] }`,
    records: "@ NS a",
    fails: [
      ["at least 2 nameservers, found 1"],
      ["exactly a.acme.example., b.acme.example., found a.acme.example."],
    ],
  },
  { expectation: `${expectation}\nsigned: true`, records: key },
  { expectation: `${expectation}\nsigned: true`, fails: ["a DNSKEY: a signed zone, found none"] },
  { expectation: `${expectation}\nsigned: false` },
  { expectation: `${expectation}\nsigned: false`, records: key, fails: ["no DNSKEY", "zone:3"] },
  { expectation: `${expectation}\ncaa: { issuers: LetsEncrypt.org }`, records: caa },
  { expectation: `${expectation}\ncaa: { issuers: [] }`, records: '@ CAA 0 issue ";"' },
  {
    expectation: `${expectation}\ncaa: { issuers: [digicert.com] }`,
    records: caa,
    fails: ["certificates from digicert.com only, found letsencrypt.org"],
  },
  { expectation: `${expectation}\ncaa: { issuers: [a.example] }`, fails: ["which lets anybody issue"] },
]);
