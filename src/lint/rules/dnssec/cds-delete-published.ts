import { TYPE } from "../../../dns/index.ts";
import { atType, deleteRequest } from "../../dnssec/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const cdsDeletePublished = {
  id: "cds-delete-published",
  severity: "error",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.CDS, TYPE.CDNSKEY],
  summary: "A change that asks the parent zone to remove the DS records.",
  rfc: "RFC 8078 §4",
  explanation:
    "A parent that reads CDS and CDNSKEY records then removes the DS records by itself, often within a day, and nobody " +
    "validates the zone any more. That is right only for a zone that is to be unsigned; then let a second person agree.",
  examples: {
    fail: [
      changeExample("a request to delete", {
        before: "www A 192.0.2.1",
        now: "www A 192.0.2.1\n@ CDS 0 0 0 00 ;! cds-delete-published CDS\n@ CDNSKEY 0 3 0 AA== ;! cds-delete-published CDNSKEY",
      }),
    ],
    pass: [
      changeExample("one that was there before", {
        before: "@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA==",
        now: "@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA==\nwww A 192.0.2.1",
      }),
    ],
  },
  check({ zone, changes, report }) {
    const base = zone.before?.zone;
    for (const { owner, type, before, after } of changes()) {
      if ((type !== TYPE.CDS && type !== TYPE.CDNSKEY) || !after || owner !== zone.zone.apex) continue;
      if (before?.rows.some((row) => deleteRequest(base!, row) === "right")) continue;
      const row = after.rows.find((one) => deleteRequest(zone.zone, one) === "right");
      if (row === undefined) continue;
      const message = `this asks the parent zone to remove the DS records of ${zone.name}: resolvers no longer validate it then, and its answers can be forged; take it out unless the zone is to be unsigned`;
      report({ ...atType(zone, row), message });
    }
  },
} as const satisfies Rule;
