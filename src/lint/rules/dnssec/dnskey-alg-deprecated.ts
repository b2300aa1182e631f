import { TYPE } from "../../../dns/index.ts";
import { atField, exampleKey, readKey, retiredAlgorithms } from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const dnskeyAlgDeprecated = {
  id: "dnskey-alg-deprecated",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.DNSKEY],
  summary: "A DNSKEY record of an algorithm that is not to sign any more.",
  rfc: "RFC 9905, RFC 9906",
  explanation:
    "Resolvers stop validating RSASHA1, DSA and GOST, and then treat the zone as unsigned or refuse it. Move to " +
    "algorithm 13 (ECDSA P-256) or 8 (RSA with SHA-256) by an algorithm rollover (RFC 6781 §4.1.4): first the new " +
    "signatures, then the new key, then the new DS.",
  examples: {
    fail: [exampleOrg("DSA", "@ DNSKEY 256 3 DSA AAAB ;! dnskey-alg-deprecated DSA")],
    pass: [exampleOrg("Ed25519", `@ DNSKEY ${exampleKey}`)],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.DNSKEY)) {
      const algorithm = readKey(zone.zone, row)?.algorithm ?? 0;
      const retired = retiredAlgorithms.get(algorithm);
      if (!retired) continue;
      const message = `algorithm ${algorithm} (${retired.name}) is not to sign any more (${retired.rfc}): move to 13 (ECDSA P-256), new signatures first`;
      report({ ...atField(zone, row, 2), message });
    }
  },
} as const satisfies Rule;
