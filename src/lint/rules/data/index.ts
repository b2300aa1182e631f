import type { Rule } from "../../rule.ts";
import { caaBlocksCurrentCa } from "./caa-blocks-current-ca.ts";
import { caaConflict } from "./caa-conflict.ts";
import { caaFlags } from "./caa-flags.ts";
import { caaTag } from "./caa-tag.ts";
import { caaValue } from "./caa-value.ts";
import { certType } from "./cert-type.ts";
import { ilnpLpSelf } from "./ilnp-lp-self.ts";
import { openpgpkeySmimeaOwner } from "./openpgpkey-smimea-owner.ts";
import { rpTxtExists } from "./rp-txt-exists.ts";
import { sshfpParams } from "./sshfp-params.ts";
import { sshfpSha1 } from "./sshfp-sha1.ts";
import { tlsaHostMissing } from "./tlsa-host-missing.ts";
import { tlsaNoOverlap } from "./tlsa-no-overlap.ts";
import { tlsaOwner } from "./tlsa-owner.ts";
import { tlsaParams } from "./tlsa-params.ts";
import { tlsaUnsigned } from "./tlsa-unsigned.ts";
import { txtSecretLeak } from "./txt-secret-leak.ts";
import { txtVerificationStale } from "./txt-verification-stale.ts";

/** Rules on data. */
export const dataRules = [
  caaBlocksCurrentCa,
  caaConflict,
  caaFlags,
  caaTag,
  caaValue,
  certType,
  ilnpLpSelf,
  openpgpkeySmimeaOwner,
  rpTxtExists,
  sshfpParams,
  sshfpSha1,
  tlsaHostMissing,
  tlsaNoOverlap,
  tlsaOwner,
  tlsaParams,
  tlsaUnsigned,
  txtSecretLeak,
  txtVerificationStale,
] as const satisfies readonly Rule[];
