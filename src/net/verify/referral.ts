import { type LookupResult, type Name, nameKey } from "../../dns/index.ts";

/** The delegation that a name lies at or below, in key form; undefined where the zone answers for the name itself. */
export function cutOf(found: LookupResult): Name | undefined {
  const owner = found.authority[0]?.owner;
  // After an alias, the referral is the target's.
  return found.kind === "referral" && found.answer.length === 0 && owner ? nameKey(owner) : undefined;
}
