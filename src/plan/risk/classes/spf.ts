import type { Change } from "../../plan.ts";
import { dataAfter, dataBefore, eachDataChange } from "../each-change.ts";
import type { RiskClass } from "../risk.ts";

/** RFC 7208 §4.5: the version, alone or before a space. */
const policy = /^"v=spf1(?: |"|$)/i;

export const spf: RiskClass = {
  id: "spf",
  title: "SPF",
  summary: "who may send mail for a domain changes",
  find: (zone) =>
    eachDataChange(zone, (change, { type }) => {
      if (type !== "TXT") return undefined;
      const [was, is] = [policies(dataBefore, change), policies(dataAfter, change)];
      if (was === is) return undefined;
      if (is === "") return { level: "high", why: "the domain no longer says who may send mail for it" };
      return { level: "medium", why: "mail that others accept from this domain changes" };
    }),
};

function policies(data: (change: Change) => readonly string[], change: Change): string {
  return data(change)
    .filter((text) => policy.test(text))
    .join("\n");
}
