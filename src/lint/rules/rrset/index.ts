import type { Rule } from "../../rule.ts";
import { rrDuplicate } from "./rr-duplicate.ts";

/** Rules on rrset. */
export const rrsetRules = [rrDuplicate] as const satisfies readonly Rule[];
