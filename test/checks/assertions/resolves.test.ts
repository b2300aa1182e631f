import { judgeRows } from "./rows.ts";

judgeRows("resolves", [
  { expectation: "resolves: a.acme.example\ntype: A", records: "a CNAME b\nb A 192.0.2.1" },
  {
    expectation: "resolves: a.acme.example\ntype: A",
    records: "a CNAME b\nb TXT x",
    fails: ["found an alias to b.acme.example., which has no A"],
  },
  {
    expectation: "resolves: a.acme.example\ntype: A\nequals: [192.0.2.2, 192.0.2.1]",
    records: "a A 192.0.2.1\na A 192.0.2.2",
  },
  {
    expectation: "resolves: a.acme.example\ntype: A\nequals: 192.0.2.1",
    records: "a A 192.0.2.1\na A 192.0.2.2",
    fails: ["exactly 192.0.2.1, found 192.0.2.1, 192.0.2.2"],
  },
  {
    expectation: "resolves: acme.example\ntype: MX\nequals: 10 Mail.acme.example",
    records: "@ MX 10 mail",
  },
  {
    expectation: "resolves: a.acme.example\ntype: TXT\ncontains: v=spf1 -all",
    records: 'a TXT "v=spf1 " "-all"\na TXT "other"',
  },
  {
    expectation: "resolves: a.acme.example\ntype: TXT\ncontains: v=spf1 -all",
    records: 'a TXT "V=SPF1 -ALL"',
    fails: ["among others v=spf1 -all, found V=SPF1 -ALL"],
  },
  {
    expectation: "resolves: a.acme.example\ntype: A\ncount: { min: 2 }",
    records: "a A 192.0.2.1",
    fails: ["at least 2 records, found 1: 192.0.2.1"],
  },
  {
    expectation: "resolves: a.acme.example\ntype: A\ncount: { max: 1 }",
    records: "a A 192.0.2.1\na A 192.0.2.2",
    fails: ["at most 1 records"],
  },
  {
    expectation: "resolves: a.acme.example\ntype: A\nmatches: ^10[.]",
    records: "a A 10.0.0.1\na A 10.0.0.2",
  },
  {
    expectation: "resolves: a.acme.example\ntype: A\nmatches: ^10[.]",
    records: "a A 10.0.0.1\na A 192.0.2.1",
    fails: ["expected every value to match ^10[.], found 192.0.2.1", "zones/acme.example.zone:4"],
  },
  {
    expectation: "resolves: a.acme.example\ntype: TXT\nsome-match: ^v=spf1 .*-all$",
    records: 'a TXT "v=spf1 mx -all"\na TXT "other"',
  },
  {
    expectation: "resolves: a.acme.example\ntype: TXT\nsome-match: ^v=spf1 .*-all$",
    records: 'a TXT "v=spf1 mx ~all"',
    fails: ["some value to match ^v=spf1 .*-all$, found v=spf1 mx ~all"],
  },
  {
    expectation: "resolves: a.acme.example\ntype: A",
    records: "a CNAME b.elsewhere.test.",
    fails: ["outside"],
  },
  { expectation: "resolves: a.acme.example\ntype: A\nexternal: ok", records: "a CNAME b.elsewhere.test." },
]);
