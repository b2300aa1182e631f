import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

export const apexNs: RiskClass = {
  id: "apex-ns",
  title: "apex NS",
  summary: "the nameservers of a zone, at its apex, change",
  find: (zone) =>
    eachDataChange(zone, (_change, { owner, type }) => {
      if (type !== "NS" || owner !== zone.apex) return undefined;
      return {
        level: "high",
        why: "the zone names other nameservers than before: all of them have to serve it, and the parent to agree",
      };
    }),
};
