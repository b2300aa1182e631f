import type { Rule } from "../../rule.ts";

/** Rules on dnssec. */
export const dnssecRules = [] as const satisfies readonly Rule[];
