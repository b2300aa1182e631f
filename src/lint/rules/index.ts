import type { Rule } from "../rule.ts";
import { cnameAndOtherData } from "./cname-and-other-data.ts";
import { cnameAtApex } from "./cname-at-apex.ts";
import { cnameDangling } from "./cname-dangling.ts";
import { cnameLoop } from "./cname-loop.ts";
import { cnameMultiple } from "./cname-multiple.ts";
import { missingTrailingDotOwner } from "./missing-trailing-dot-owner.ts";
import { missingTrailingDotTarget } from "./missing-trailing-dot-target.ts";
import { mxTargetCname } from "./mx-target-cname.ts";
import { mxTargetNoAddress } from "./mx-target-no-address.ts";
import { nsMissingGlue } from "./ns-missing-glue.ts";
import { nsNoneApex } from "./ns-none-apex.ts";
import { nsTargetCname } from "./ns-target-cname.ts";
import { nsTargetNoAddress } from "./ns-target-no-address.ts";
import { occludedBelowDelegation } from "./occluded-below-delegation.ts";
import { rrDuplicate } from "./rr-duplicate.ts";
import { soaSerialDecreased } from "./soa-serial-decreased.ts";
import { soaSerialUnchanged } from "./soa-serial-unchanged.ts";
import { srvTargetCname } from "./srv-target-cname.ts";
import { srvTargetNoAddress } from "./srv-target-no-address.ts";
import { ttlRrsetMismatch } from "./ttl-rrset-mismatch.ts";

/** Every lint rule, by id. */
export const rules = [
  cnameAndOtherData,
  cnameAtApex,
  cnameDangling,
  cnameLoop,
  cnameMultiple,
  missingTrailingDotOwner,
  missingTrailingDotTarget,
  mxTargetCname,
  mxTargetNoAddress,
  nsMissingGlue,
  nsNoneApex,
  nsTargetCname,
  nsTargetNoAddress,
  occludedBelowDelegation,
  rrDuplicate,
  soaSerialDecreased,
  soaSerialUnchanged,
  srvTargetCname,
  srvTargetNoAddress,
  ttlRrsetMismatch,
] as const satisfies readonly Rule[];
