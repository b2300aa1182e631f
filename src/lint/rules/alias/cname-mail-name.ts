import { type Name, nameFromWire, nameKey, parentOf, TYPE, type Zone } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const cnameMailName = {
  id: "cname-mail-name",
  severity: "warning",
  set: "strict",
  structural: false,
  types: [TYPE.CNAME],
  summary: "An alias at a name that the zone also sets up as a mail domain.",
  rfc: "RFC 5321 §5.1, RFC 1034 §3.6.2",
  explanation:
    "An alias has no MX and no SPF of its own: mail for it goes by those of its target, and addresses at it are " +
    "rewritten by some mail servers. The DMARC, DKIM or MTA-STS records below it show that it is meant to have its " +
    "own. Write the addresses of the target and MX and TXT records instead.",
  examples: {
    fail: [
      exampleOrg(
        "a newsletter's domain",
        `
        news        CNAME sites.example.net. ;! cname-mail-name CNAME
        _dmarc.news TXT   "v=DMARC1; p=reject"
        `,
      ),
    ],
    pass: [exampleOrg("a web site", "www CNAME sites.example.net.")],
  },
  check({ zone, rowsOf, report }) {
    const setUp = mailDomains(zone.zone);
    if (setUp.size === 0) return;
    for (const row of rowsOf(TYPE.CNAME)) {
      const by = setUp.get(zone.zone.ownerKey(row));
      if (by === undefined) continue;
      report({
        row,
        span: zone.tokens(row)?.type?.span,
        message: `${zone.zone.owner(row)} is a mail domain by ${by}, and as an alias it has no MX and SPF of its own: write its records out`,
      });
    }
  },
} as const satisfies Rule;

/** Names with records below them that only mail domains have, each with one of those. */
function mailDomains(zone: Zone): ReadonlyMap<Name, Name> {
  const { octets, start, key } = zone.columns.names;
  const domains = new Map<Name, Name>();
  const seen = new Uint8Array(key.length);
  for (const id of zone.columns.owner) {
    if (seen[key[id]!] === 1) continue;
    seen[key[id]!] = 1;
    // A label that starts with "_" stands first, or second behind the selector of a DKIM key.
    const at = start[id]!;
    const second = at + octets[at]! + 1;
    if (octets[at + 1] !== 0x5f && octets[second + 1] !== 0x5f) continue;
    const found = mailDomainOf(zone, id);
    if (found && !domains.has(found.domain)) domains.set(found.domain, found.by);
  }
  return domains;
}

function mailDomainOf({ columns }: Zone, id: number): { domain: Name; by: Name } | undefined {
  const { octets, start } = columns.names;
  const by = nameKey(nameFromWire(octets, start[id]).name);
  const above = parentOf(by);
  if (above === undefined) return undefined;
  if (/^_(?:dmarc|mta-sts)\./.test(by)) return { domain: above, by };
  const domain = above.startsWith("_domainkey.") ? parentOf(above) : undefined;
  return domain && { domain, by };
}
