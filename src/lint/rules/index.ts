import type { Rule } from "../rule.ts";
import { addressRules } from "./address/index.ts";
import { aliasRules } from "./alias/index.ts";
import { dataRules } from "./data/index.ts";
import { delegationRules } from "./delegation/index.ts";
import { dnssecRules } from "./dnssec/index.ts";
import { mailRules } from "./mail/index.ts";
import { namesRules } from "./names/index.ts";
import { repositoryRules } from "./repository/index.ts";
import { rrsetRules } from "./rrset/index.ts";
import { serviceRules } from "./service/index.ts";
import { soaRules } from "./soa/index.ts";
import { ttlRules } from "./ttl/index.ts";
import { wildcardRules } from "./wildcard/index.ts";

/** The lint rules by what they are about. */
export const ruleFamilies: readonly { readonly about: string; readonly rules: readonly Rule[] }[] = [
  { about: "names", rules: namesRules },
  { about: "SOA", rules: soaRules },
  { about: "nameservers and delegation", rules: delegationRules },
  { about: "aliases", rules: aliasRules },
  { about: "mail", rules: mailRules },
  { about: "services", rules: serviceRules },
  { about: "addresses and reverse zones", rules: addressRules },
  { about: "other data", rules: dataRules },
  { about: "TTL", rules: ttlRules },
  { about: "DNSSEC", rules: dnssecRules },
  { about: "records of a set", rules: rrsetRules },
  { about: "wildcards", rules: wildcardRules },
  { about: "the repository", rules: repositoryRules },
];

/** Every lint rule, family by family. */
export const rules: readonly Rule[] = ruleFamilies.flatMap((family) => family.rules);
