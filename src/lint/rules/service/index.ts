import type { Rule } from "../../rule.ts";
import { naptrRegexp } from "./naptr-regexp.ts";
import { srvDotMixed } from "./srv-dot-mixed.ts";
import { srvOwner } from "./srv-owner.ts";
import { srvPortZero } from "./srv-port-zero.ts";
import { srvTargetCname } from "./srv-target-cname.ts";
import { srvTargetNoAddress } from "./srv-target-no-address.ts";
import { srvWeightAllZeroMixed } from "./srv-weight-all-zero-mixed.ts";
import { svcbAliasParams } from "./svcb-alias-params.ts";
import { svcbAlpnMissing } from "./svcb-alpn-missing.ts";
import { svcbEchStale } from "./svcb-ech-stale.ts";
import { svcbHintMismatch } from "./svcb-hint-mismatch.ts";
import { svcbMixedModes } from "./svcb-mixed-modes.ts";
import { svcbSelfTarget } from "./svcb-self-target.ts";
import { svcbTargetNoAddress } from "./svcb-target-no-address.ts";
import { svcbUnknownKey } from "./svcb-unknown-key.ts";
import { uriTarget } from "./uri-target.ts";

/** Rules on service. */
export const serviceRules = [
  naptrRegexp,
  srvDotMixed,
  srvOwner,
  srvPortZero,
  srvTargetCname,
  srvTargetNoAddress,
  srvWeightAllZeroMixed,
  svcbAliasParams,
  svcbAlpnMissing,
  svcbEchStale,
  svcbHintMismatch,
  svcbMixedModes,
  svcbSelfTarget,
  svcbTargetNoAddress,
  svcbUnknownKey,
  uriTarget,
] as const satisfies readonly Rule[];
