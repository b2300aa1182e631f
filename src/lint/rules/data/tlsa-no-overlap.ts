import { TYPE } from "../../../dns/index.ts";
import { changeExample } from "../../example.ts";
import type { Rule } from "../../rule.ts";

const old = "0b9f".repeat(16);
const fresh = "1c8e".repeat(16);

export const tlsaNoOverlap = {
  id: "tlsa-no-overlap",
  severity: "warning",
  set: "recommended",
  scope: "change",
  structural: false,
  types: [TYPE.TLSA],
  summary: "A change that replaces all TLSA records of a name at once.",
  rfc: "RFC 7671 §8.1",
  explanation:
    "Caches hold the old records until their TTL is over, and the server has one certificate at a time: for that time " +
    "clients find no match and refuse to connect. Add the new record, wait for twice the TTL, change the certificate, and " +
    "then take the old record out.",
  examples: {
    fail: [
      changeExample("the old one is gone", {
        before: `_443._tcp TLSA 3 1 1 ${old}\n@ A 192.0.2.1`,
        now: `_443._tcp TLSA 3 1 1 ${fresh} ;! tlsa-no-overlap _443._tcp TLSA 3 1 1 ${fresh}\n@ A 192.0.2.1`,
      }),
    ],
    pass: [
      changeExample("the new one beside the old one", {
        before: `_443._tcp TLSA 3 1 1 ${old}\n@ A 192.0.2.1`,
        now: `_443._tcp TLSA 3 1 1 ${old}\n_443._tcp TLSA 3 1 1 ${fresh}\n@ A 192.0.2.1`,
      }),
    ],
  },
  check({ changes, report }) {
    for (const { owner, type, before, after } of changes()) {
      if (type !== TYPE.TLSA || !before || !after) continue;
      const known = new Set(before.rdata.map(hex));
      if (after.rdata.some((rdata) => known.has(hex(rdata)))) continue;
      const message = `no TLSA record of ${owner} stays: for ${before.ttl} seconds caches have only the old ones, so add the new ones first`;
      report({ row: after.rows[0], message });
    }
  },
} as const satisfies Rule;

function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex");
}
