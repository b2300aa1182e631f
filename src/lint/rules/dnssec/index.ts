import type { Rule } from "../../rule.ts";
import { cdsConsistency } from "./cds-consistency.ts";
import { cdsDeletePublished } from "./cds-delete-published.ts";
import { csyncFlags } from "./csync-flags.ts";
import { dnskeyAlgDeprecated } from "./dnskey-alg-deprecated.ts";
import { dnskeyKeytagCollision } from "./dnskey-keytag-collision.ts";
import { dnskeyNoKsk } from "./dnskey-no-ksk.ts";
import { dnskeyNotApex } from "./dnskey-not-apex.ts";
import { dnskeyParams } from "./dnskey-params.ts";
import { dnskeyTtl } from "./dnskey-ttl.ts";
import { dsAlgorithm } from "./ds-algorithm.ts";
import { dsAtApex } from "./ds-at-apex.ts";
import { dsKeytagMismatch } from "./ds-keytag-mismatch.ts";
import { dsNoDelegation } from "./ds-no-delegation.ts";
import { dsOnlyNew } from "./ds-only-new.ts";
import { dsRemoved } from "./ds-removed.ts";
import { nsecChain } from "./nsec-chain.ts";
import { nsec3Chain } from "./nsec3-chain.ts";
import { nsec3Iterations } from "./nsec3-iterations.ts";
import { nsec3Params } from "./nsec3-params.ts";
import { nsec3Salt } from "./nsec3-salt.ts";
import { nsec3paramNotApex } from "./nsec3param-not-apex.ts";
import { rrsigCoversMissing } from "./rrsig-covers-missing.ts";
import { rrsigExpired } from "./rrsig-expired.ts";
import { rrsigExpiring } from "./rrsig-expiring.ts";
import { rrsigMissingOrBad } from "./rrsig-missing-or-bad.ts";
import { rrsigOnGlue } from "./rrsig-on-glue.ts";
import { signedSerialManaged } from "./signed-serial-managed.ts";
import { wildcardNsec3Optout } from "./wildcard-nsec3-optout.ts";
import { zoneUnsigned } from "./zone-unsigned.ts";
import { zonemdMismatch } from "./zonemd-mismatch.ts";

/** Rules on DNSSEC. */
export const dnssecRules = [
  cdsConsistency,
  cdsDeletePublished,
  csyncFlags,
  dnskeyAlgDeprecated,
  dnskeyKeytagCollision,
  dnskeyNoKsk,
  dnskeyNotApex,
  dnskeyParams,
  dnskeyTtl,
  dsAlgorithm,
  dsAtApex,
  dsKeytagMismatch,
  dsNoDelegation,
  dsOnlyNew,
  dsRemoved,
  nsecChain,
  nsec3Chain,
  nsec3Iterations,
  nsec3Params,
  nsec3Salt,
  nsec3paramNotApex,
  rrsigCoversMissing,
  rrsigExpired,
  rrsigExpiring,
  rrsigMissingOrBad,
  rrsigOnGlue,
  signedSerialManaged,
  wildcardNsec3Optout,
  zoneUnsigned,
  zonemdMismatch,
] as const satisfies readonly Rule[];
