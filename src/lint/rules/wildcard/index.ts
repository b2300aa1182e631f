import type { Rule } from "../../rule.ts";
import { entCreated } from "./ent-created.ts";
import { wildcardApexCname } from "./wildcard-apex-cname.ts";
import { wildcardDname } from "./wildcard-dname.ts";
import { wildcardEnt } from "./wildcard-ent.ts";
import { wildcardMx } from "./wildcard-mx.ts";
import { wildcardNewShadow } from "./wildcard-new-shadow.ts";
import { wildcardNonterminal } from "./wildcard-nonterminal.ts";
import { wildcardShadowed } from "./wildcard-shadowed.ts";

/** Rules on wildcards and empty non-terminals. */
export const wildcardRules = [
  entCreated,
  wildcardApexCname,
  wildcardDname,
  wildcardEnt,
  wildcardMx,
  wildcardNewShadow,
  wildcardNonterminal,
  wildcardShadowed,
] as const satisfies readonly Rule[];
