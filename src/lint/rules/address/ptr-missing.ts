import { TYPE } from "../../../dns/index.ts";
import { exampleZone } from "../../example.ts";
import { insertPointer, missingPointers } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

export const ptrMissing = {
  id: "ptr-missing",
  severity: "warning",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.A, TYPE.AAAA],
  summary: "An address whose reverse zone is in the repository and has no PTR record for it.",
  rfc: "RFC 1912 §2.1",
  explanation:
    "Mail servers refuse mail from addresses without a name, and logs show bare numbers. The finding stands at the " +
    "address; a second one stands in the reverse zone where the missing line belongs, and adds it. Of several names " +
    "with one address the first is proposed. Addresses whose names are delegated, or aliases into a zone that is " +
    "not in the repository (RFC 2317), are left alone.",
  examples: {
    fail: [
      {
        title: "a new host",
        zones: [
          exampleZone("example.org.", "web A 192.0.2.10\nnew A 192.0.2.11 ;! ptr-missing 192.0.2.11"),
          exampleZone(
            "2.0.192.in-addr.arpa.",
            "10 PTR web.example.org. ;! ptr-missing 10 PTR web.example.org.",
          ),
        ],
      },
      {
        title: "IPv6, and a reverse zone without PTR records so far",
        zones: [
          exampleZone("example.org.", "web AAAA 2001:db8:0:1::10 ;! ptr-missing 2001:db8:0:1::10"),
          {
            origin: "1.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.",
            text: "$TTL 1h\n@ SOA ns1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com. ;! ptr-missing @ NS ns2.example.com.\n",
          },
        ],
      },
      {
        title: "a block named as RFC 2317 has it",
        zones: [
          exampleZone("example.org.", "web A 192.0.2.130 ;! ptr-missing 192.0.2.130\napi A 192.0.2.131"),
          exampleZone(
            "2.0.192.in-addr.arpa.",
            `
            128/25 NS    ns1.example.com.
            128/25 NS    ns2.example.com.
            130    CNAME 130.128/25
            131    CNAME 131.128/25
            `,
          ),
          exampleZone(
            "128/25.2.0.192.in-addr.arpa.",
            "131 PTR api.example.org. ;! ptr-missing 131 PTR api.example.org.",
          ),
        ],
      },
    ],
    pass: [
      {
        title: "addresses with names, and addresses of other networks",
        zones: [
          exampleZone("example.org.", "web A 192.0.2.10\nfar A 198.51.100.1"),
          exampleZone("2.0.192.in-addr.arpa.", "10 PTR web.example.org."),
        ],
      },
      {
        title: "a block that is delegated, and one with a wildcard",
        zones: [
          exampleZone("example.org.", "web A 192.0.2.130\ndyn A 198.51.100.7"),
          exampleZone(
            "2.0.192.in-addr.arpa.",
            `
            128/25 NS    ns1.example.net.
            128/25 NS    ns2.example.net.
            130    CNAME 130.128/25
            `,
          ),
          exampleZone("100.51.198.in-addr.arpa.", "* PTR pool.example.net."),
        ],
      },
    ],
  },
  check({ zone, world, rowsOf, report }) {
    for (const { row, address, reverse, owner } of missingPointers(zone, world, [
      rowsOf(TYPE.A),
      rowsOf(TYPE.AAAA),
    ])) {
      const host = zone.zone.owner(row);
      const place = insertPointer(reverse, owner, host);
      const span = place && reverse.tokens(place.row)?.span;
      const line = `${place?.owner ?? owner} PTR ${host}`;
      const where = span ? `${span.file} after line ${span.endLine}` : reverse.file;
      report({
        row,
        span: zone.tokens(row)?.rdata[0]?.span,
        message: `${address} has no PTR record, and mail servers refuse mail from such addresses: add "${line}" to ${where}`,
      });
      if (!place || !span) continue;
      const { file, line: hostLine } = zone.zone.place(row);
      report({
        span,
        severity: "info",
        message: `${host} (${file} line ${hostLine}) has the address ${address}, for which this zone has no PTR record`,
        fix: { title: `add the line "${line}"`, edits: [place.edit] },
      });
    }
  },
} as const satisfies Rule;
