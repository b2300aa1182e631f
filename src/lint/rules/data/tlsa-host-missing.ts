import { TYPE, type Zone } from "../../../dns/index.ts";
import { tlsaOwner } from "../../certificates/index.ts";
import { exampleOrg } from "../../example.ts";
import type { Rule } from "../../rule.ts";

export const tlsaHostMissing = {
  id: "tlsa-host-missing",
  severity: "warning",
  set: "recommended",
  scope: "repository",
  structural: false,
  types: [TYPE.TLSA],
  summary: "A TLSA record for a host that has no address.",
  rfc: "RFC 6698 §3",
  explanation:
    "The record is about a service on the host that its name ends in, and there is none without address. For mail the " +
    "host is the one that MX names, not the domain.",
  examples: {
    fail: [
      exampleOrg(
        "a host that is gone",
        `_25._tcp.mail TLSA 3 1 1 ${"0b9f".repeat(16)} ;! tlsa-host-missing _25._tcp.mail`,
      ),
    ],
    pass: [exampleOrg("a host", `_25._tcp.mail TLSA 3 1 1 ${"0b9f".repeat(16)}\nmail A 192.0.2.1`)],
  },
  check({ zone, world, rowsOf, report }) {
    const alone = world.decidesAlone(zone);
    for (const row of rowsOf(TYPE.TLSA)) {
      if (alone && isHostHere(zone.zone, row)) continue;
      const host = tlsaOwner(zone.zone.owner(row))?.host;
      const found = host && world.addresses(host, zone.view);
      if (found !== "none" && found !== "absent") continue;
      const what = found === "absent" ? "does not exist" : "has no A or AAAA record";
      report({
        row,
        span: zone.tokens(row)?.owner?.span,
        message: `this TLSA record is for ${host}, which ${what}`,
      });
    }
  },
} as const satisfies Rule;

/** Whether the name behind the owner's first two labels has an address in the zone: seen without making strings. */
function isHostHere(zone: Zone, row: number): boolean {
  const { octets, start } = zone.columns.names;
  const id = zone.columns.owner[row]!;
  const owner = octets.subarray(start[id], start[id + 1]);
  const port = owner[0]!;
  const from = port === 0 ? 0 : port + 1 + owner[port + 1]! + 1;
  return zone.hasWire(owner, from, TYPE.A) || zone.hasWire(owner, from, TYPE.AAAA);
}
