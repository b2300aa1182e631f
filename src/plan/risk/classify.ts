import { subjectOf } from "../diff.ts";
import type { Risk, RiskLevel } from "../plan.ts";
import { riskClasses } from "./classes/index.ts";
import type { ZoneFacts } from "./risk.ts";

/** The highest first. */
export const riskLevels: readonly RiskLevel[] = ["high", "medium", "low"];

/** Every risk of a zone's change, highest level first, then in the order of the classes and of the changes. */
export function classify(facts: ZoneFacts): Risk[] {
  const risks = riskClasses.flatMap(({ id, find }) =>
    find(facts).map(({ level, why, change }): Risk => {
      const subject = change && subjectOf(change);
      const leading = change === undefined || change.op === "add" ? [] : facts.dependants.get(subject!.owner);
      return {
        class: id,
        level,
        ...(subject && { owner: subject.owner, type: subject.type }),
        why,
        dependants: leading?.length ?? 0,
      };
    }),
  );
  return risks.sort((a, b) => riskLevels.indexOf(a.level) - riskLevels.indexOf(b.level));
}
