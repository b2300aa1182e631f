import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const sshfpParams = {
  id: "sshfp-params",
  severity: "error",
  set: "recommended",
  structural: false,
  types: [TYPE.SSHFP],
  summary: "An SSHFP record with an algorithm or a type of fingerprint that has no meaning.",
  rfc: "RFC 4255 §3.1, RFC 6594, RFC 7479, RFC 8709",
  explanation:
    "SSH clients skip such a record. Algorithms are 1 (RSA), 2 (DSA), 3 (ECDSA), 4 (Ed25519) and 6 (Ed448); types of " +
    "fingerprints are 1 (SHA-1) and 2 (SHA-256). `ssh-keygen -r` prints the records of a host.",
  examples: {
    fail: [
      exampleOrg(
        "an algorithm and a type",
        `
        a SSHFP 9 2 ${"ab12".repeat(16)} ;! sshfp-params 9
        b SSHFP 4 3 ${"ab12".repeat(16)} ;! sshfp-params 3
        `,
      ),
    ],
    pass: [exampleOrg("Ed25519 with SHA-256", `a SSHFP 4 2 ${"ab12".repeat(16)}`)],
  },
  check({ zone, rowsOf, report }) {
    for (const row of rowsOf(TYPE.SSHFP)) {
      const [algorithm = 0, kind = 0] = zone.zone.rdata(row);
      const isKnown = [1, 2, 3, 4, 6].includes(algorithm);
      if (isKnown && (kind === 1 || kind === 2)) continue;
      const tokens = zone.tokens(row)?.rdata;
      const span = tokens?.[0]?.text === "\\#" ? undefined : tokens?.[isKnown ? 1 : 0]?.span;
      const message = isKnown
        ? `the type of fingerprint ${kind} has no meaning: 1 (SHA-1) and 2 (SHA-256) have`
        : `the algorithm ${algorithm} has no meaning: 1 (RSA), 2 (DSA), 3 (ECDSA), 4 (Ed25519) and 6 (Ed448) have`;
      report({ row, span, message });
    }
  },
} as const satisfies Rule;
