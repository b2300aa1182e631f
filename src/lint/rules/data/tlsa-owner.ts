import { isAtOrBelow, labelsOf, nameKey, TYPE } from "../../../dns/index.ts";
import { tlsaOwner as readOwner } from "../../certificates/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const tlsaOwner = {
  id: "tlsa-owner",
  severity: "warning",
  set: "recommended",
  structural: false,
  types: [TYPE.TLSA],
  summary: "A TLSA record at a name without port and protocol at its start.",
  rfc: "RFC 6698 §3",
  explanation:
    "Clients ask for `_port._protocol.host`: `_25._tcp.mail.example.com`, the port as a number. A record at another name " +
    "is found only where a CNAME leads to it, as RFC 7671 §6 has it for records that many ports share.",
  examples: {
    fail: [
      exampleOrg(
        "a service in place of the port, and the wrong order",
        `
        _https._tcp.www TLSA 3 1 1 ${"0b9f".repeat(16)} ;! tlsa-owner _https._tcp.www
        _tcp._443.www   TLSA 3 1 1 ${"0b9f".repeat(16)} ;! tlsa-owner _tcp._443.www
        www             A    192.0.2.1
        `,
      ),
    ],
    pass: [
      exampleOrg(
        "a port, and a record that aliases lead to",
        `
        _443._tcp.www TLSA  3 1 1 ${"0b9f".repeat(16)}
        _25._tcp.www  CNAME tlsa2026._dane
        tlsa2026._dane TLSA 2 1 1 ${"0b9f".repeat(16)}
        www           A     192.0.2.1
        `,
      ),
    ],
  },
  check({ zone, rowsOf, references, report }) {
    const odd = rowsOf(TYPE.TLSA).filter((row) => !readOwner(zone.zone.owner(row)));
    if (odd.length === 0) return;
    const shared = new Set(references(TYPE.CNAME).map(({ target }) => nameKey(target)));
    for (const row of odd) {
      const owner = zone.zone.ownerKey(row);
      const isForSharing =
        labelsOf(owner).includes("_dane") || shared.has(owner) || !isAtOrBelow(owner, zone.name);
      if (isForSharing) continue;
      const message = `clients never ask for TLSA at ${owner}: the name starts with a port and a protocol, as _443._tcp does`;
      report({ row, span: zone.tokens(row)?.owner?.span, message });
    }
  },
} as const satisfies Rule;
