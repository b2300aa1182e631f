import { isWildcard, type Name } from "../../../dns/index.ts";
import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

export const wildcard: RiskClass = {
  id: "wildcard",
  title: "wildcard",
  summary: "the answer for names that nobody wrote down changes",
  find: (zone) =>
    eachDataChange(zone, (change, { owner }) => {
      if (!isWildcard(owner as Name)) return undefined;
      const what = { add: "get an answer", remove: "lose their answer", change: "get another answer" };
      return { level: "medium", why: `all names below that are not written down ${what[change.op]}` };
    }),
};
