import type { Rule } from "../../rule.ts";
import { mxTargetCname } from "./mx-target-cname.ts";
import { mxTargetNoAddress } from "./mx-target-no-address.ts";

/** Rules on mail. */
export const mailRules = [mxTargetCname, mxTargetNoAddress] as const satisfies readonly Rule[];
