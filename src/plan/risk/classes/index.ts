import { apexNs } from "./apex-ns.ts";
import { apexSoa } from "./apex-soa.ts";
import { criticalName } from "./critical-name.ts";
import { delegation } from "./delegation.ts";
import { dmarc } from "./dmarc.ts";
import { dnssec } from "./dnssec.ts";
import { externalAlias } from "./external-alias.ts";
import { largeShare } from "./large-share.ts";
import { manyDependants } from "./many-dependants.ts";
import { mx } from "./mx.ts";
import { spf } from "./spf.ts";
import { ttlRaised } from "./ttl-raised.ts";
import { wildcard } from "./wildcard.ts";
import { zoneAdded } from "./zone-added.ts";
import { zoneRemoved } from "./zone-removed.ts";

/** Every class of risk, in the order in which they are told within a level. */
export const riskClasses = [
  zoneRemoved,
  zoneAdded,
  apexNs,
  apexSoa,
  delegation,
  dnssec,
  mx,
  spf,
  dmarc,
  criticalName,
  wildcard,
  externalAlias,
  manyDependants,
  largeShare,
  ttlRaised,
] as const;
