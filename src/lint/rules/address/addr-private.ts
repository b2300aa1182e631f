import { nameKey, TYPE } from "../../../dns/index.ts";
import { isDocumentationName, isInternalZone, specialRows } from "../../known/index.ts";
import { addressText } from "../../reverse/index.ts";
import type { Rule } from "../../rule.ts";

const head =
  "$TTL 1h\n@ SOA ns1.nordic-dns.net. h.nordic-dns.net. 1 4h 1h 14d 1h\n@ NS ns1.nordic-dns.net.\n@ NS ns2.nordic-dns.net.\n";

export const addrPrivate = {
  id: "addr-private",
  severity: "warning",
  mostSevere: "error",
  set: "strict",
  structural: false,
  types: [TYPE.A, TYPE.AAAA],
  summary: "A private address in a zone that is mostly public.",
  rfc: "RFC 1918, RFC 4193, RFC 6598",
  explanation:
    "Nobody outside the network can reach it, and it tells strangers how the network is built; from another private " +
    "network one reaches some other machine with the same address. An error at the zone's own name and at a mail " +
    "host. Zones count as internal, and are left alone, when at least half of their addresses are private, or by " +
    "their name or view. Move the record to an internal zone, or write the public address.",
  examples: {
    fail: [
      {
        title: "a printer beside public hosts",
        zones: [
          {
            origin: "harbour-radio.net.",
            text: `${head}www A 192.88.99.10\nmail A 192.88.99.25\nftp A 192.88.99.21\nprinter A 10.1.2.3 ;! addr-private 10.1.2.3\nnas AAAA fd00::5 ;! addr-private fd00::5\n`,
          },
        ],
      },
    ],
    pass: [
      {
        title: "an internal zone",
        zones: [
          {
            origin: "office.harbour-radio.net.",
            text: `${head}printer A 10.1.2.3\nnas A 10.1.2.4\nvpn A 192.88.99.7\n`,
          },
        ],
      },
    ],
  },
  check({ zone, rowsOf, once, references, report }) {
    if (isDocumentationName(zone.name) || isInternalZone(zone)) return;
    const found = specialRows({ zone, once }, "private");
    const addresses = rowsOf(TYPE.A).length + rowsOf(TYPE.AAAA).length;
    if (found.length === 0 || 2 * found.length >= addresses) return;
    const mailHosts = new Set(references(TYPE.MX).map(({ target }) => nameKey(target)));
    for (const { row, block } of found) {
      const owner = zone.zone.ownerKey(row);
      const isVital = owner === zone.zone.apex || mailHosts.has(owner);
      report({
        row,
        span: zone.tokens(row)?.rdata[0]?.span,
        message: `${addressText(zone.zone.rdata(row))} is ${block.words}: nobody outside that network reaches ${owner}`,
        ...(isVital && { severity: "error" as const }),
      });
    }
  },
} as const satisfies Rule;
