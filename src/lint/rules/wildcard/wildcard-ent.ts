import { nameFromWire, TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";
import { isUnderscored, ownersWith, reachesHosts, wildcardsNow } from "../../tree/index.ts";

export const wildcardEnt = {
  id: "wildcard-ent",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.A, TYPE.AAAA, TYPE.CNAME],
  summary: "A name for which a wildcard would answer, but which exists by an underscored name below it.",
  rfc: "RFC 4592 §2.2.2",
  explanation:
    "A name exists as soon as a name below it does, even without records of its own (an empty non-terminal). A TXT " +
    "at _acme-challenge.shop makes shop exist, and takes away the address that the wildcard gave it. Repeat the " +
    "wildcard's address or alias at the name.",
  examples: {
    fail: [
      exampleOrg(
        "a challenge for a certificate",
        `
        *                    A   192.0.2.1
        _acme-challenge.shop TXT "8f2c" ;! wildcard-ent _acme-challenge.shop
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "the name has records, or is no host",
        `
        *                    A   192.0.2.1
        shop                 A   192.0.2.1
        _acme-challenge.shop TXT "8f2c"
        _sip._tcp            SRV 0 0 5060 shop
        `,
      ),
    ],
  },
  check({ zone: lintZone, once, report }) {
    const { zone } = lintZone;
    const wildcards = once(wildcardsNow);
    if (!wildcards.some(reachesHosts)) return;
    const told = new Set<string>();
    for (const owner of ownersWith(zone, "_")) {
      const found = wildcards.beside(owner);
      if (!found || found.at === 0 || !reachesHosts(found.wildcard.types)) continue;
      if (isUnderscored(owner, found.at) || zone.hasWire(owner, found.at)) continue;
      const empty = nameFromWire(owner, found.at).name;
      const row = zone.rowsWire(owner, 0)[0];
      if (row === undefined || told.has(empty)) continue;
      told.add(empty);
      report({
        row,
        span: lintZone.tokens(row)?.owner?.span,
        message: `${zone.owner(row)} makes ${empty} exist, without records: ${zone.owner(found.wildcard.row)} does not answer for it; repeat the wildcard's records at ${empty}`,
      });
    }
  },
} as const satisfies Rule;
