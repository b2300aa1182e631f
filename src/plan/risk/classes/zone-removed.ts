import type { RiskClass } from "../risk.ts";

export const zoneRemoved: RiskClass = {
  id: "zone-removed",
  title: "zone removed",
  summary: "a whole zone goes",
  find: ({ after }) => (after ? [] : [{ level: "high", why: "no name in the zone is answered any more" }]),
};
