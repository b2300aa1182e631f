import type { Diagnostic } from "../diagnostic/index.ts";
import { defaultGuards, type Guard, type GuardSettings } from "../plan/index.ts";
import { type ConfigDocument, problem } from "./document.ts";
import type { RawPlan } from "./raw/plan.ts";
import type { RawRepositoryConfig } from "./raw/repository.ts";

/** The guards that hold: those written, each as a whole, and for the others what holds without. "off" is none. */
export function toGuards(written: RawPlan["guards"]): GuardSettings {
  const guards: Record<string, Guard> = { ...defaultGuards };
  for (const [id, guard] of Object.entries(written ?? {})) {
    if (guard === undefined) continue;
    if (guard === "off") delete guards[id];
    else guards[id] = withoutGaps(guard);
  }
  return guards;
}

/** Guards that guard nothing: without a limit, or asking for no more approvals than every change needs. */
export function guardProblems(document: ConfigDocument, raw: RawRepositoryConfig): Diagnostic[] {
  const usual = raw.policy?.approvals ?? 1;
  return Object.entries(raw.plan?.guards ?? {}).flatMap(([id, guard]) => {
    if (guard === undefined || guard === "off") return [];
    const path = ["plan", "guards", id];
    const { approvals, ...limits } = guard;
    const some = Object.values(limits).some((limit) => Object.keys(limit ?? {}).length > 0);
    const problems: Diagnostic[] = [];
    if (!some)
      problems.push(
        problem(
          document.keySpan(path),
          `plan.guards.${id} has no limit: give removed, changed or added a count or a share, or write "off"`,
        ),
      );
    if (approvals !== undefined && approvals <= usual)
      problems.push(
        problem(
          document.valueSpan([...path, "approvals"]),
          `plan.guards.${id}.approvals is no more than the ${usual} that every change needs (policy.approvals)`,
        ),
      );
    return problems;
  });
}

type WrittenGuard = Exclude<NonNullable<RawPlan["guards"]>[string], "off" | undefined>;

/** The same without keys that hold nothing. */
function withoutGaps({ removed, changed, added, approvals }: WrittenGuard): Guard {
  const limit = (written: WrittenGuard["removed"]) => {
    const { count, share } = written ?? {};
    return { ...(count !== undefined && { count }), ...(share !== undefined && { share }) };
  };
  return {
    ...(removed && { removed: limit(removed) }),
    ...(changed && { changed: limit(changed) }),
    ...(added && { added: limit(added) }),
    ...(approvals !== undefined && { approvals }),
  };
}
