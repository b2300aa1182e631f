import type { Rule } from "../../rule.ts";
import { cnameAndOtherData } from "./cname-and-other-data.ts";
import { cnameAtApex } from "./cname-at-apex.ts";
import { cnameDangling } from "./cname-dangling.ts";
import { cnameLoop } from "./cname-loop.ts";
import { cnameMultiple } from "./cname-multiple.ts";

/** Rules on alias. */
export const aliasRules = [
  cnameAndOtherData,
  cnameAtApex,
  cnameDangling,
  cnameLoop,
  cnameMultiple,
] as const satisfies readonly Rule[];
