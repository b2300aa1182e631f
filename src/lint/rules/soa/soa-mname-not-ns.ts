import { nameFromWire, nameKey, TYPE } from "../../../dns/index.ts";
import type { Rule } from "../../rule.ts";
import { soaExample, soaSpot } from "../../soa/index.ts";

export const soaMnameNotNs = {
  id: "soa-mname-not-ns",
  severity: "info",
  set: "all",
  structural: false,
  types: [TYPE.SOA],
  summary: "A primary nameserver in the SOA that is none of the zone's nameservers.",
  rfc: "RFC 1996 §3.7",
  explanation:
    "That is how a hidden primary is written, and otherwise a nameserver that was replaced in the NS records only. " +
    "Dynamic updates (RFC 2136) go to this name, and NOTIFY leaves it out.",
  examples: {
    fail: [
      soaExample("a nameserver of former days", "old.example.com. hostmaster.example.com. 1 4h 1h 14d 1h", {
        flags: ["soa-mname-not-ns old.example.com."],
      }),
    ],
    pass: [soaExample("one of them", "NS1.example.com. hostmaster.example.com. 1 4h 1h 14d 1h")],
  },
  check({ zone: lintZone, report }) {
    const { zone } = lintZone;
    const soa = zone.soa();
    const servers = zone.rows(zone.apex, TYPE.NS).map((row) => nameKey(nameFromWire(zone.rdata(row)).name));
    if (!soa || soa.mname === "." || servers.length === 0 || servers.includes(nameKey(soa.mname))) return;
    report({
      ...soaSpot(lintZone, soa.row, "mname"),
      message: `${soa.mname} is named as the primary, but is not among the NS records of ${lintZone.name}: fine for a hidden primary`,
    });
  },
} as const satisfies Rule;
