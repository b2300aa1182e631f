import type { Rule } from "../../rule.ts";
import { delegAdded } from "./deleg-added.ts";
import { delegChildZoneOccludes } from "./deleg-child-zone-occludes.ts";
import { delegRemoved } from "./deleg-removed.ts";
import { nsApexChanged } from "./ns-apex-changed.ts";
import { nsApexRemoved } from "./ns-apex-removed.ts";
import { nsGlueMismatch } from "./ns-glue-mismatch.ts";
import { nsMissingGlue } from "./ns-missing-glue.ts";
import { nsNoIpv6 } from "./ns-no-ipv6.ts";
import { nsNoneApex } from "./ns-none-apex.ts";
import { nsParentChildMismatch } from "./ns-parent-child-mismatch.ts";
import { nsPrivateAddress } from "./ns-private-address.ts";
import { nsSameAddress } from "./ns-same-address.ts";
import { nsSameSubnet } from "./ns-same-subnet.ts";
import { nsSiblingGlue } from "./ns-sibling-glue.ts";
import { nsSingle } from "./ns-single.ts";
import { nsTargetCname } from "./ns-target-cname.ts";
import { nsTargetIp } from "./ns-target-ip.ts";
import { nsTargetNoAddress } from "./ns-target-no-address.ts";
import { nsTooMany } from "./ns-too-many.ts";
import { nsTtlLow } from "./ns-ttl-low.ts";
import { nsWildcard } from "./ns-wildcard.ts";
import { occludedBelowDelegation } from "./occluded-below-delegation.ts";
import { occludedBelowDname } from "./occluded-below-dname.ts";

/** Rules on nameservers, delegations and glue. */
export const delegationRules = [
  delegAdded,
  delegChildZoneOccludes,
  delegRemoved,
  nsApexChanged,
  nsApexRemoved,
  nsGlueMismatch,
  nsMissingGlue,
  nsNoIpv6,
  nsNoneApex,
  nsParentChildMismatch,
  nsPrivateAddress,
  nsSameAddress,
  nsSameSubnet,
  nsSiblingGlue,
  nsSingle,
  nsTargetCname,
  nsTargetIp,
  nsTargetNoAddress,
  nsTooMany,
  nsTtlLow,
  nsWildcard,
  occludedBelowDelegation,
  occludedBelowDname,
] as const satisfies readonly Rule[];
