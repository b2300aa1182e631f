import type { Rule } from "../../rule.ts";

/** Rules on wildcard. */
export const wildcardRules = [] as const satisfies readonly Rule[];
