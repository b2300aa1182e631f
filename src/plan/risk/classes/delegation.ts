import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

export const delegation: RiskClass = {
  id: "delegation",
  title: "delegation",
  summary: "a delegation below the apex comes, goes or changes its nameservers",
  find: (zone) =>
    eachDataChange(zone, (change, { owner, type }) => {
      if (type !== "NS" || owner === zone.apex) return undefined;
      switch (change.op) {
        case "add":
          return { level: "medium", why: "this name and all below it are answered by other nameservers" };
        case "remove":
          return { level: "high", why: "the child zone is cut off, and every name in it" };
        case "change":
          return { level: "high", why: "the child zone is asked for at other nameservers" };
      }
    }),
};
