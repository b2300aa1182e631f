import { MOST_DEPENDANTS } from "../../dependants.ts";
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
  find({ changes, dependants }) {
    const told = new Set<string>();
    return changes.flatMap((change): Finding[] => {
      if (change.op === "add") return [];
      const { owner } = subjectOf(change);
      const count = dependants.get(owner)?.length ?? 0;
      if (count < MANY || told.has(owner)) return [];
      told.add(owner);
      const atLeast = count >= MOST_DEPENDANTS ? "at least " : "";
      const why = `${atLeast}${quantity(count, "record")} lead to it, directly or through aliases`;
      return [{ level: count < VERY_MANY ? "medium" : "high", why, change }];
    });
  },
};
