import { TYPE } from "../../../dns/index.ts";
import { exampleOrg } from "../../example.ts";
import { byOwner } from "../../records/index.ts";
import type { Rule } from "../../rule.ts";

export const sshfpSha1 = {
  id: "sshfp-sha1",
  severity: "info",
  set: "strict",
  structural: false,
  types: [TYPE.SSHFP],
  summary: "An SSH key with a SHA-1 fingerprint alone.",
  rfc: "RFC 6594 §4",
  explanation:
    "SHA-1 fingerprints can be forged with enough effort, and clients prefer SHA-256. Add the fingerprint of type 2 of the " +
    "same key; `ssh-keygen -r` prints both.",
  examples: {
    fail: [exampleOrg("type 1 alone", `a SSHFP 4 1 ${"ab32".repeat(10)} ;! sshfp-sha1 1`)],
    pass: [exampleOrg("both", `a SSHFP 4 1 ${"ab12".repeat(10)}\na SSHFP 4 2 ${"ab12".repeat(16)}`)],
  },
  check({ zone, rowsOf, report }) {
    const read = (row: number) => ({ algorithm: zone.zone.rdata(row)[0]!, kind: zone.zone.rdata(row)[1]! });
    for (const rows of byOwner(zone.zone, rowsOf(TYPE.SSHFP))) {
      const better = new Set(
        rows.map(read).flatMap(({ algorithm, kind }) => (kind === 2 ? [algorithm] : [])),
      );
      for (const row of rows) {
        const { algorithm, kind } = read(row);
        if (kind !== 1 || better.has(algorithm)) continue;
        const tokens = zone.tokens(row)?.rdata;
        const span = tokens?.[0]?.text === "\\#" ? undefined : tokens?.[1]?.span;
        const message = `${zone.zone.owner(row)} has a SHA-1 fingerprint of this key alone: add the SHA-256 one (type 2)`;
        report({ row, span, message });
      }
    }
  },
} as const satisfies Rule;
