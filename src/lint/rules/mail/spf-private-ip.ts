import { ipv4FromText, ipv6FromText, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { spfRecords } from "../../mail/index.ts";
import type { Rule } from "../../rule.ts";

export const spfPrivateIp = {
  id: "spf-private-ip",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.TXT],
  summary: "An SPF record that lists addresses which never appear on the Internet.",
  rfc: "RFC 1918, RFC 4193, RFC 7208 §5.6",
  explanation:
    "Receivers see the public address of a sender: private, loopback and link-local ones match nothing there and tell " +
    "strangers about the inside. List the address that the mail leaves from.",
  examples: {
    fail: [
      exampleOrg(
        "private and loopback addresses",
        `
        a TXT "v=spf1 ip4:10.0.0.0/8 ip6:fd00::1 -all" ;! spf-private-ip ip4:10.0.0.0/8 ;! spf-private-ip ip6:fd00::1
        b TXT "v=spf1 ip4:127.0.0.1 -all" ;! spf-private-ip ip4:127.0.0.1
        `,
      ),
    ],
    pass: [exampleOrg("other addresses", '@ TXT "v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all"')],
  },
  check(context) {
    for (const { row, txt, terms } of spfRecords(context, ({ text }) => inRange.test(text))) {
      for (const { text, prefix, start, end } of terms) {
        const what = prefix && kindOf(prefix.address, prefix.length);
        if (what === undefined) continue;
        const message = `"${text}" is ${what}: no receiver on the Internet sees it as a sender`;
        context.report({ row, span: txt.span(start, end), message });
      }
    }
  },
} as const satisfies Rule;

const ranges = (
  [
    ["10.0.0.0", 8, "a private address"],
    ["172.16.0.0", 12, "a private address"],
    ["192.168.0.0", 16, "a private address"],
    ["100.64.0.0", 10, "an address of carriers' own networks"],
    ["127.0.0.0", 8, "a loopback address"],
    ["169.254.0.0", 16, "a link-local address"],
    ["fc00::", 7, "a unique local address"],
    ["fe80::", 10, "a link-local address"],
    ["::1", 128, "the loopback address"],
  ] as const
).map(([text, length, what]) => ({ start: ipv4FromText(text) ?? ipv6FromText(text)!, length, what }));

function kindOf(address: Uint8Array, length: number): string | undefined {
  return ranges.find((range) => length >= range.length && isIn(address, range.start, range.length))?.what;
}

function isIn(address: Uint8Array, start: Uint8Array, length: number): boolean {
  if (address.length !== start.length) return false;
  return start.every((octet, at) => {
    const bits = Math.min(8, Math.max(0, length - 8 * at));
    const mask = 0xff & (0xff << (8 - bits));
    return (octet & mask) === (address[at]! & mask);
  });
}

/** How terms with such an address start: most records have none, and need not be read. */
const inRange = /ip(?:4:1(?:0|27|00|69|72|92\.168)\.|6:(?:f|:))/i;
