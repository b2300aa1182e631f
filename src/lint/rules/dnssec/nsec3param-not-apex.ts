import { TYPE } from "../../../dns/index.ts";
import { atType } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const nsec3paramNotApex = {
  id: "nsec3param-not-apex",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.NSEC3PARAM],
  summary: "An NSEC3PARAM record below the top of its zone.",
  rfc: "RFC 5155 §4",
  explanation:
    "Servers look for the parameters of NSEC3 at the top of the zone only: elsewhere the record does nothing. Move it, " +
    "or sign the zone again.",
  examples: {
    fail: [exampleOrg("at a name", "www NSEC3PARAM 1 0 0 - ;! nsec3param-not-apex NSEC3PARAM")],
    pass: [exampleOrg("at the top", "@ NSEC3PARAM 1 0 0 -")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.NSEC3PARAM)) {
      const owner = zone.zone.ownerKey(row);
      if (owner === zone.zone.apex) continue;
      const message = `NSEC3PARAM stands at the top of its zone, ${zone.zone.apex}: servers do not look for it at ${owner}`;
      report({ ...atType(zone, row), message });
    }
  },
} as const satisfies Rule;
