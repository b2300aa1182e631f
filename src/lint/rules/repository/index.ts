import type { Rule } from "../../rule.ts";

/** Rules on repository. */
export const repositoryRules = [] as const satisfies readonly Rule[];
