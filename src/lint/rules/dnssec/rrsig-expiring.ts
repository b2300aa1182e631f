import { TYPE } from "../../../dns/index.ts";
import { atField, signedExample, timeText, validityOf } from "../../dnssec/index.ts";
import type { Rule } from "../../rule.ts";

const day = 86_400;
const expiration = 4;

export const rrsigExpiring = {
  id: "rrsig-expiring",
  severity: "warning",
  set: "recommended",
  scope: "time",
  structural: false,
  types: [TYPE.RRSIG],
  options: { days: { default: 7, summary: "Days before a signature's end from which on it is reported." } },
  summary: "Signatures that are over within days.",
  rfc: "RFC 6781 §4.4.2",
  explanation:
    "A signed zone in a repository has to be signed again, reviewed and deployed before its first signature ends, and " +
    "caches need time too: begin well before. From their end on, resolvers that validate refuse the answers. The " +
    "finding stands at the signature that ends first.",
  examples: {
    fail: [
      {
        ...signedExample("three days are left", "NSEC", [
          "lNMrMrCSK9+lEthZQOEPZm/dy5QjLklRxAKJ1p6p3Bu34UGnnflH2Pg5hMqVFkyNfoHwUsn/rMAm6RtmJuPBDw==",
          "lNMrMrCSK9+lEthZQOEPZm/dy5QjLklRxAKJ1p6p3Bu34UGnnflH2Pg5hMqVFkyNfoHwUsn/rMAm6RtmJuPBDw== ;! rrsig-expiring 20260601000000",
        ]),
        at: "2026-05-29T00:00:00Z",
      },
    ],
    pass: [{ ...signedExample("ten days are left", "NSEC"), at: "2026-05-22T00:00:00Z" }],
  },
  check({ zone, rowsOf, now, number, report }) {
    const rows = rowsOf(TYPE.RRSIG);
    const least = number("days") * day;
    let first: { readonly row: number; readonly ends: number } | undefined;
    let count = 0;
    for (const row of rows) {
      const ends = validityOf(zone.zone, row, now)?.ends ?? -1;
      if (ends < 0 || ends >= least) continue;
      count += 1;
      if (first === undefined || ends < first.ends) first = { row, ends };
    }
    if (!first) return;
    const message = `${count} of the ${rows.length} signatures of ${zone.name} end within ${number("days")} days, the first at ${timeText(now + first.ends * 1000)}: sign the zone again and deploy it before`;
    report({ ...atField(zone, first.row, expiration), message });
  },
} as const satisfies Rule;
