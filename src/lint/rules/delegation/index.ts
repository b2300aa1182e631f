import type { Rule } from "../../rule.ts";
import { nsMissingGlue } from "./ns-missing-glue.ts";
import { nsNoneApex } from "./ns-none-apex.ts";
import { nsTargetCname } from "./ns-target-cname.ts";
import { nsTargetNoAddress } from "./ns-target-no-address.ts";
import { occludedBelowDelegation } from "./occluded-below-delegation.ts";

/** Rules on delegation. */
export const delegationRules = [
  nsMissingGlue,
  nsNoneApex,
  nsTargetCname,
  nsTargetNoAddress,
  occludedBelowDelegation,
] as const satisfies readonly Rule[];
