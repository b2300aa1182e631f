import { TYPE } from "../../../dns/index.ts";
import {
  assignedAlgorithms,
  assignedDigests,
  atField,
  type KeyDigest,
  readDigests,
  retiredAlgorithms,
  retiredDigests,
} from "../../dnssec/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

const nameservers = "lab NS ns1.example.com.\nlab NS ns2.example.com.";

export const dsAlgorithm = {
  id: "ds-algorithm",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.DS],
  summary: "A DS record with an algorithm or a digest type that is unknown or not to be used any more.",
  rfc: "RFC 9905, RFC 9906",
  explanation:
    "Resolvers that know none of a delegation's algorithms or digest types treat the zone as unsigned, and more and " +
    "more of them no longer know SHA-1, DSA and GOST. Sign with algorithm 13 (ECDSA P-256) or 8 (RSA with SHA-256), and " +
    "use digest type 2 (SHA-256).",
  examples: {
    fail: [
      exampleOrg(
        "a digest of SHA-1",
        `${nameservers}\nlab DS 23808 15 SHA-1 ${"7f".repeat(20)} ;! ds-algorithm SHA-1`,
      ),
      exampleOrg(
        "a key of RSASHA1",
        `${nameservers}\nlab DS 23808 RSASHA1 2 ${"7f".repeat(32)} ;! ds-algorithm RSASHA1`,
      ),
      exampleOrg(
        "a number that nobody has assigned",
        `${nameservers}\nlab DS 23808 99 2 ${"7f".repeat(32)} ;! ds-algorithm 99`,
      ),
    ],
    pass: [exampleOrg("ECDSA and SHA-256", `${nameservers}\nlab DS 23808 13 2 ${"7f".repeat(32)}`)],
  },
  check({ zone, rowsOf, report }) {
    for (const digest of readDigests(zone.zone, rowsOf(TYPE.DS))) {
      const { row } = digest;
      const algorithm = algorithmFault(digest);
      if (algorithm) report({ ...atField(zone, row, 1), message: algorithm });
      const type = digestFault(digest);
      if (type) report({ ...atField(zone, row, 2), message: type });
    }
  },
} as const satisfies Rule;

function algorithmFault({ algorithm }: KeyDigest): string | undefined {
  const retired = retiredAlgorithms.get(algorithm);
  if (retired)
    return `algorithm ${algorithm} (${retired.name}) is not to be used any more (${retired.rfc}): sign the zone with 13 (ECDSA P-256)`;
  if (assignedAlgorithms.has(algorithm)) return undefined;
  return `nobody knows algorithm ${algorithm}: resolvers treat the zone as unsigned; check the number`;
}

function digestFault({ type }: KeyDigest): string | undefined {
  const retired = retiredDigests.get(type);
  if (retired)
    return `digest type ${type} (${retired.name}) is not to be used any more (${retired.rfc}): use 2 (SHA-256)`;
  if (assignedDigests.has(type)) return undefined;
  return `nobody knows digest type ${type}: resolvers ignore the record; use 2 (SHA-256)`;
}
