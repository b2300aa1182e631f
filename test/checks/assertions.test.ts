import { readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { assertionKinds } from "../../src/checks/index.ts";
import { judge } from "./world.ts";

test("every file of src/checks/assertions is in the index", () => {
  const files = readdirSync(new URL("../../src/checks/assertions", import.meta.url)).filter(
    (file) => file !== "index.ts",
  );
  expect(assertionKinds.map(({ kind }) => `${kind}.ts`).sort()).toEqual(files.sort());
});

interface Row {
  readonly expectation: string;
  readonly records: string;
  /** Parts of the one failure's message; undefined where it holds. */
  readonly fails?: readonly string[];
}

const srv = "srv: _x._tcp.acme.example\n";
const two = "_x._tcp SRV 0 0 80 a\n_x._tcp SRV 0 0 80 b\n";

const rows: Readonly<Record<string, readonly Row[]>> = {
  srv: [
    { expectation: srv, records: two },
    {
      expectation: srv,
      records: "a A 192.0.2.1",
      fails: ["_x._tcp.acme.example. SRV", "found no such record"],
    },
    { expectation: `${srv}targets: { min: 2 }`, records: `${two}a A 192.0.2.1\nb A 192.0.2.2` },
    {
      expectation: `${srv}targets: { min: 2 }`,
      records: `${two}a A 192.0.2.1\nb A 192.0.2.1`,
      fails: [
        "at least 2 distinct addresses of type A or AAAA, found 1 A, 0 AAAA",
        "zones/acme.example.zone:3",
      ],
    },
    {
      expectation: `${srv}targets: { min: 2, resolve: A }`,
      records: "_x._tcp SRV 0 0 80 a\na A 192.0.2.1\na AAAA 2001:db8::1",
      fails: ["at least 2 distinct addresses of type A, found 1 A"],
    },
    {
      expectation: `${srv}targets: {}`,
      records: `${two}a A 192.0.2.1`,
      fails: [
        "its target b.acme.example. to have A or AAAA",
        "found no such record",
        "the record is at zones/acme.example.zone:4",
      ],
    },
    {
      expectation: `${srv}targets: { resolve: { all-of: [A, AAAA] } }`,
      records: "_x._tcp SRV 0 0 80 a\na A 192.0.2.1",
      fails: ["a.acme.example. to have AAAA, found the name, but no AAAA record"],
    },
    {
      expectation: `${srv}targets: { resolve: { any-of: [A, AAAA] } }`,
      records: "_x._tcp SRV 0 0 80 a\na AAAA 2001:db8::1",
    },
    {
      expectation: `${srv}targets: { within: [10.1.0.0/16, 2001:db8::/32] }`,
      records: "_x._tcp SRV 0 0 80 a\na A 10.1.255.255\na AAAA 2001:db8:ffff::1",
    },
    {
      expectation: `${srv}targets: { within: 10.1.0.0/16 }`,
      records: "_x._tcp SRV 0 0 80 a\na A 10.1.0.1\na A 10.2.0.1",
      fails: [
        "every address of a.acme.example. within 10.1.0.0/16, found 10.2.0.1",
        "zones/acme.example.zone:5",
      ],
    },
    {
      expectation: `${srv}targets: { port: 443 }`,
      records: "_x._tcp SRV 0 0 443 a\n_x._tcp SRV 0 0 80 b\na A 192.0.2.1\nb A 192.0.2.1",
      fails: ["expected port 443 for b.acme.example., found port 80", "zones/acme.example.zone:4"],
    },
    {
      expectation: `${srv}targets: {}`,
      records: "_x._tcp SRV 0 0 0 .",
      fails: ["its target . to have A or AAAA, found the target that says there is no such service"],
    },
    {
      expectation: `${srv}targets: {}`,
      records: "_x._tcp SRV 0 0 80 a.elsewhere.test.",
      fails: ["found a name outside the repository's zones"],
    },
  ],
  mx: [
    {
      expectation: "mx: acme.example\ntargets: { min: 2, resolve: A }",
      records: "@ MX 1 a\n@ MX 2 b\na A 192.0.2.1\nb A 192.0.2.2",
    },
    {
      expectation: "mx: acme.example",
      records: "a A 192.0.2.1",
      fails: ["acme.example. MX: expected at least one MX record"],
    },
    {
      expectation: "mx: acme.example\ntargets: {}",
      records: "@ MX 1 a",
      fails: ["its target a.acme.example. to have A or AAAA"],
    },
  ],
  resolves: [
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
      fails: ["at least 2 records"],
    },
    {
      expectation: "resolves: a.acme.example\ntype: A\ncount: { max: 1 }",
      records: "a A 192.0.2.1\na A 192.0.2.2",
      fails: ["at most 1 records"],
    },
  ],
  nxdomain: [
    { expectation: "nxdomain: gone.acme.example", records: "a A 192.0.2.1" },
    {
      expectation: "nxdomain: a.acme.example",
      records: "a A 192.0.2.1",
      fails: ["a.acme.example.: expected no such name, found 1 A record", "zones/acme.example.zone:3"],
    },
    {
      expectation: "nxdomain: a.acme.example",
      records: 'a TXT "x"',
      fails: ["found the name, but no A record", "zones/acme.example.zone:3"],
    },
    { expectation: "nxdomain: a.acme.example", records: "* A 192.0.2.1", fails: ["found 1 A record"] },
    {
      expectation: "nxdomain: a.acme.example",
      records: "a CNAME gone",
      fails: ["found an alias to gone.acme.example., which does not exist"],
    },
    {
      expectation: "nxdomain: a.elsewhere.test",
      records: "a A 192.0.2.1",
      fails: ["found a name outside the repository's zones"],
    },
  ],
  alias: [
    {
      expectation: "alias: www.acme.example\nend: web.acme.example",
      records: "www CNAME x\nx CNAME Web\nweb A 192.0.2.1",
    },
    {
      expectation: "alias: www.acme.example\nend: cdn.elsewhere.test",
      records: "www CNAME cdn.elsewhere.test.",
    },
    {
      expectation: "alias: www.acme.example\nend: web.acme.example",
      records: "www CNAME x\nx A 192.0.2.1",
      fails: [
        "www.acme.example. CNAME: expected an alias that ends at web.acme.example., found an alias that ends at x.acme.example.",
        "zones/acme.example.zone:3",
      ],
    },
    {
      expectation: "alias: www.acme.example\nend: web.acme.example",
      records: "www A 192.0.2.1",
      fails: ["found 1 A record"],
    },
    {
      expectation: "alias: www.acme.example\nend: web.acme.example",
      records: "www CNAME web\nweb TXT x",
      fails: ["an alias to web.acme.example., which has no A"],
    },
    {
      expectation: "alias: a.acme.example\nend: b.acme.example",
      records: "a CNAME b\nb CNAME a",
      fails: ["aliases that lead in a circle"],
    },
  ],
  ptr: [
    {
      expectation: "ptr: a.acme.example",
      records: "a A 10.0.0.1",
      fails: [
        "a.acme.example. A 10.0.0.1: expected 1.0.0.10.in-addr.arpa. PTR to lead back to a.acme.example., found no such record",
        "zones/acme.example.zone:3",
      ],
    },
    { expectation: "ptr: b.acme.example", records: "b A 10.0.0.2\nb AAAA 2001:db8::2" },
    {
      expectation: "ptr: c.acme.example",
      records: "c A 10.0.0.2",
      fails: ["found b.acme.example.", "zones/10.in-addr.arpa.zone:3"],
    },
    { expectation: "ptr: d.acme.example", records: "", fails: ["expected at least one A record"] },
  ],
};

const reverse = {
  "10.in-addr.arpa": "2.0.0 PTR b.acme.example.",
  "8.b.d.0.1.0.0.2.ip6.arpa": "2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR b.acme.example.",
};

describe.each(assertionKinds.map(({ kind }) => kind))("%s", (kind) => {
  test.each(rows[kind]!.map((row) => [row.expectation.replaceAll("\n", " "), row.records, row] as const))(
    "%s with %j",
    (_expectation, _records, { expectation, records, fails }) => {
      const messages = judge(expectation, { "acme.example": records, ...reverse });
      expect(messages).toHaveLength(fails ? 1 : 0);
      for (const part of fails ?? []) expect(messages[0]).toContain(part);
    },
  );
});
