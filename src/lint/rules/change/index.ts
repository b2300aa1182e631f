import type { Rule } from "../../rule.ts";

/** Rules on change. */
export const changeRules = [] as const satisfies readonly Rule[];
