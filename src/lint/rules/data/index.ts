import type { Rule } from "../../rule.ts";

/** Rules on data. */
export const dataRules = [] as const satisfies readonly Rule[];
