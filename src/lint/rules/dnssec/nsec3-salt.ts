import { TYPE } from "../../../dns/index.ts";
import { atField, readParameters } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const nsec3Salt = {
  id: "nsec3-salt",
  severity: "info",
  set: "strict",
  structural: false,
  types: [TYPE.NSEC3PARAM],
  summary: "NSEC3 with a salt, which is of no use.",
  rfc: "RFC 9276 §3.1",
  explanation:
    "A salt is to keep tables of hashes from being made once for all zones, and the zone's own name in every hash does " +
    'that already. It only makes answers longer. Sign the zone without one ("-").',
  examples: {
    fail: [exampleOrg("four octets", "@ NSEC3PARAM 1 0 0 aabbccdd ;! nsec3-salt aabbccdd")],
    pass: [exampleOrg("none", "@ NSEC3PARAM 1 0 0 -")],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.NSEC3PARAM)) {
      const salt = readParameters(zone.zone, row)?.salt;
      if (!salt || salt.length === 0) continue;
      const message =
        'a salt is of no use, as the zone\'s name is in every hash: sign the zone without one ("-")';
      report({ ...atField(zone, row, 3), message });
    }
  },
} as const satisfies Rule;
