import { nameKey, parseName } from "../../../dns/index.ts";
import { dataAfter, dataBefore, eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

const types = new Set(["CNAME", "DNAME"]);

export const externalAlias: RiskClass = {
  id: "external-alias",
  title: "alias out of our zones",
  summary: "an alias leads to a name that is in none of the repository's zones",
  find: (zone) =>
    eachDataChange(zone, (change, { type }) => {
      if (!types.has(type)) return undefined;
      const outside = (text: string) => !zone.isOurs(nameKey(parseName(text)));
      const known = new Set(dataBefore(change));
      const strange = dataAfter(change).filter((text) => !known.has(text) && outside(text));
      if (strange.length === 0) return undefined;
      const why =
        "whoever holds the target answers for this name: if it is ever given up, a stranger can take it";
      const moved = change.op === "change" && !change.before.rdata.some(outside);
      return { level: moved ? "medium" : "low", why };
    }),
};
