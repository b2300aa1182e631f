import type { Name } from "../../../dns/index.ts";
import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

/** Always bound to change or in a class of their own. */
const elsewhere = new Set(["SOA", "NS"]);

export const criticalName: RiskClass = {
  id: "critical-name",
  title: "critical name",
  summary: "a name on the repository's list `plan.critical` changes",
  find: (zone) =>
    eachDataChange(zone, (change, { owner, type }) => {
      if (elsewhere.has(type) || !zone.isCritical(owner as Name)) return undefined;
      switch (change.op) {
        case "add":
          return { level: "low", why: "a critical name gets more records" };
        case "remove":
          return { level: "high", why: "a critical name loses these records" };
        case "change":
          return { level: "medium", why: "a critical name gives another answer" };
      }
    }),
};
