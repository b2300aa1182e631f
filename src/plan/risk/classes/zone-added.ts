import type { RiskClass } from "../risk.ts";

export const zoneAdded: RiskClass = {
  id: "zone-added",
  title: "zone added",
  summary: "a zone is new",
  find: ({ before }) =>
    before
      ? []
      : [{ level: "low", why: "the zone is new: its parent has to delegate it before it is found" }],
};
