import type { Rule } from "../../rule.ts";
import { srvTargetCname } from "./srv-target-cname.ts";
import { srvTargetNoAddress } from "./srv-target-no-address.ts";

/** Rules on service. */
export const serviceRules = [srvTargetCname, srvTargetNoAddress] as const satisfies readonly Rule[];
