import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

export const mx: RiskClass = {
  id: "mx",
  title: "MX",
  summary: "where a domain's mail goes changes",
  find: (zone) =>
    eachDataChange(zone, (change, { type }) => {
      if (type !== "MX") return undefined;
      return change.op === "remove"
        ? { level: "high", why: "the domain names no mail server any more" }
        : { level: "medium", why: "mail for this domain goes elsewhere" };
    }),
};
