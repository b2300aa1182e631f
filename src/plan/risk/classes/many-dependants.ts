import { subjectOf } from "../../diff.ts";
import { quantity } from "../../words.ts";
import type { Finding, RiskClass } from "../risk.ts";

/** Records that lead to one name, from which on it is worth a word, and from which on it is a lot. */
const MANY = 10;
const VERY_MANY = 100;

export const manyDependants: RiskClass = {
  id: "many-dependants",
  title: "many lead here",
  summary: "many records, in all zones, lead to a name that changes or goes",
  find({ changes, dependants, dependantsComplete }) {
    const told = new Set<string>();
    const found = changes.flatMap((change): Finding[] => {
      if (change.op === "add") return [];
      const { owner } = subjectOf(change);
      const count = dependants.get(owner)?.length ?? 0;
      if (count < MANY || told.has(owner)) return [];
      told.add(owner);
      const atLeast = dependantsComplete ? "" : "at least ";
      const why = `${atLeast}${quantity(count, "record")} lead to it, directly or through aliases`;
      return [{ level: count < VERY_MANY ? "medium" : "high", why, change }];
    });
    if (dependantsComplete || found.some(({ level }) => level === "high")) return found;
    return [...found, { level: "high", why: "too many records lead to what changes for all to be counted" }];
  },
};
