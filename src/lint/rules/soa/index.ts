import type { Rule } from "../../rule.ts";
import { soaSerialDecreased } from "./soa-serial-decreased.ts";
import { soaSerialUnchanged } from "./soa-serial-unchanged.ts";

/** Rules on soa. */
export const soaRules = [soaSerialDecreased, soaSerialUnchanged] as const satisfies readonly Rule[];
