import { eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

export const dmarc: RiskClass = {
  id: "dmarc",
  title: "DMARC",
  summary: "what receivers do with forged mail of a domain changes",
  find: (zone) =>
    eachDataChange(zone, (change, { owner, type }) => {
      if (type !== "TXT" || !owner.startsWith("_dmarc.")) return undefined;
      return change.op === "remove"
        ? { level: "medium", why: "receivers are no longer told what to do with forged mail" }
        : { level: "low", why: "receivers are told what to do with forged mail" };
    }),
};
