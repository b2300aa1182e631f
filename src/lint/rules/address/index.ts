import type { Rule } from "../../rule.ts";

/** Rules on address. */
export const addressRules = [] as const satisfies readonly Rule[];
