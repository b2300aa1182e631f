import type { Rule } from "../../rule.ts";
import { addrDocumentation } from "./addr-documentation.ts";
import { addrLoopback } from "./addr-loopback.ts";
import { addrMulticastReserved } from "./addr-multicast-reserved.ts";
import { addrPrivate } from "./addr-private.ts";
import { addrShared } from "./addr-shared.ts";
import { addrV4mapped } from "./addr-v4mapped.ts";
import { dualStackAsymmetry } from "./dual-stack-asymmetry.ts";
import { ptrInForward } from "./ptr-in-forward.ts";
import { ptrMismatch } from "./ptr-mismatch.ts";
import { ptrMissing } from "./ptr-missing.ts";
import { ptrMultiple } from "./ptr-multiple.ts";
import { ptrOwnerShape } from "./ptr-owner-shape.ts";
import { ptrTargetRelative } from "./ptr-target-relative.ts";
import { ptrZoneNameTypo } from "./ptr-zone-name-typo.ts";
import { rfc2317Delegation } from "./rfc2317-delegation.ts";

/** Rules on addresses, and on the reverse zones that give them names. */
export const addressRules = [
  addrDocumentation,
  addrLoopback,
  addrMulticastReserved,
  addrPrivate,
  addrShared,
  addrV4mapped,
  dualStackAsymmetry,
  ptrInForward,
  ptrMismatch,
  ptrMissing,
  ptrMultiple,
  ptrOwnerShape,
  ptrTargetRelative,
  ptrZoneNameTypo,
  rfc2317Delegation,
] as const satisfies readonly Rule[];
