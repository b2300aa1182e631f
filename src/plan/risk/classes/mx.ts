import { splitRecords } from "../../counts.ts";
import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

export const mx: RiskClass = {
  id: "mx",
  title: "MX",
  summary: "where a domain's mail goes changes",
  find: (zone) =>
    eachDataChange(zone, (change, { type }) => {
      if (type !== "MX") return undefined;
      if (change.op === "remove") return { level: "high", why: "the domain names no mail server any more" };
      const isMore =
        change.op === "change" && splitRecords(change.before.rdata, change.after.rdata).gone.length === 0;
      return {
        level: "medium",
        why: isMore ? "more servers take mail for this domain" : "mail for this domain goes elsewhere",
      };
    }),
};
