import { TYPE } from "../../../dns/index.ts";
import { atType, exampleKey } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const dnskeyNotApex = {
  id: "dnskey-not-apex",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.DNSKEY],
  summary: "A DNSKEY record below the top of its zone.",
  rfc: "RFC 4034 §2.1.1",
  explanation:
    "The keys of a zone stand at its top: nobody looks for them elsewhere. Below it, the owner was mistyped or the " +
    "record belongs into another zone; for the key of a delegated zone, this zone has a DS record.",
  examples: {
    fail: [exampleOrg("the key of a name", `www DNSKEY ${exampleKey} ;! dnskey-not-apex DNSKEY`)],
    pass: [exampleOrg("the key of the zone", `@ DNSKEY ${exampleKey}`)],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.DNSKEY)) {
      const owner = zone.zone.ownerKey(row);
      if (owner === zone.zone.apex) continue;
      const message = `the keys of a zone stand at its top, ${zone.zone.apex}: nobody looks for one at ${owner}; move it, or write a DS record if ${owner} is a zone of its own`;
      report({ ...atType(zone, row), message });
    }
  },
} as const satisfies Rule;
