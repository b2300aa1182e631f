import type { Rule } from "../../rule.ts";
import { missingTrailingDotOwner } from "./missing-trailing-dot-owner.ts";
import { missingTrailingDotTarget } from "./missing-trailing-dot-target.ts";

/** Rules on names. */
export const namesRules = [
  missingTrailingDotOwner,
  missingTrailingDotTarget,
] as const satisfies readonly Rule[];
