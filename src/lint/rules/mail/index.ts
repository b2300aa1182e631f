import type { Rule } from "../../rule.ts";
import { bimiSyntax } from "./bimi-syntax.ts";
import { dkimSyntax } from "./dkim-syntax.ts";
import { dkimWeakKey } from "./dkim-weak-key.ts";
import { dmarcExternalRua } from "./dmarc-external-rua.ts";
import { dmarcMissing } from "./dmarc-missing.ts";
import { dmarcMultiple } from "./dmarc-multiple.ts";
import { dmarcSyntax } from "./dmarc-syntax.ts";
import { dmarcWildcardIneffective } from "./dmarc-wildcard-ineffective.ts";
import { mtaStsSyntax } from "./mta-sts-syntax.ts";
import { mxDuplicateTarget } from "./mx-duplicate-target.ts";
import { mxMissingForSpf } from "./mx-missing-for-spf.ts";
import { mxNullMixed } from "./mx-null-mixed.ts";
import { mxNullPreference } from "./mx-null-preference.ts";
import { mxSingle } from "./mx-single.ts";
import { mxTargetCname } from "./mx-target-cname.ts";
import { mxTargetIp } from "./mx-target-ip.ts";
import { mxTargetNoAddress } from "./mx-target-no-address.ts";
import { spfAfterAll } from "./spf-after-all.ts";
import { spfIncludeMissing } from "./spf-include-missing.ts";
import { spfLookupLimit } from "./spf-lookup-limit.ts";
import { spfMissingSpace } from "./spf-missing-space.ts";
import { spfMultiple } from "./spf-multiple.ts";
import { spfNoAll } from "./spf-no-all.ts";
import { spfPlusAll } from "./spf-plus-all.ts";
import { spfPrivateIp } from "./spf-private-ip.ts";
import { spfPtr } from "./spf-ptr.ts";
import { spfSyntax } from "./spf-syntax.ts";
import { spfTooLong } from "./spf-too-long.ts";
import { spfUnquoted } from "./spf-unquoted.ts";

/** Rules on mail. */
export const mailRules = [
  bimiSyntax,
  dkimSyntax,
  dkimWeakKey,
  dmarcExternalRua,
  dmarcMissing,
  dmarcMultiple,
  dmarcSyntax,
  dmarcWildcardIneffective,
  mtaStsSyntax,
  mxDuplicateTarget,
  mxMissingForSpf,
  mxNullMixed,
  mxNullPreference,
  mxSingle,
  mxTargetCname,
  mxTargetIp,
  mxTargetNoAddress,
  spfAfterAll,
  spfIncludeMissing,
  spfLookupLimit,
  spfMissingSpace,
  spfMultiple,
  spfNoAll,
  spfPlusAll,
  spfPrivateIp,
  spfPtr,
  spfSyntax,
  spfTooLong,
  spfUnquoted,
] as const satisfies readonly Rule[];
