import type { Rule } from "../rule.ts";
import { addressRules } from "./address/index.ts";
import { aliasRules } from "./alias/index.ts";
import { changeRules } from "./change/index.ts";
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

/** Every lint rule, family by family. */
export const rules = [
  ...addressRules,
  ...aliasRules,
  ...changeRules,
  ...dataRules,
  ...delegationRules,
  ...dnssecRules,
  ...mailRules,
  ...namesRules,
  ...repositoryRules,
  ...rrsetRules,
  ...serviceRules,
  ...soaRules,
  ...ttlRules,
  ...wildcardRules,
] as const satisfies readonly Rule[];
