import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

const types = new Set(["DS", "DNSKEY", "CDS", "CDNSKEY"]);

export const dnssec: RiskClass = {
  id: "dnssec",
  title: "DNSSEC",
  summary: "DS or keys change: a slip makes a signed zone vanish for those who validate",
  find: (zone) =>
    eachDataChange(zone, (change, { type }) => {
      if (!types.has(type)) return undefined;
      if (change.op === "remove" && type === "DS")
        return { level: "high", why: "the child zone is no longer validated" };
      const what = type === "DS" ? "the child zone's keys" : "the zone's signatures or its parent's DS";
      return { level: "high", why: `validation fails where this and ${what} do not match` };
    }),
};
