import type { Rule } from "../../rule.ts";
import { cnameAndOtherData } from "./cname-and-other-data.ts";
import { cnameAtApex } from "./cname-at-apex.ts";
import { cnameChain } from "./cname-chain.ts";
import { cnameChainThroughWildcard } from "./cname-chain-through-wildcard.ts";
import { cnameDangling } from "./cname-dangling.ts";
import { cnameLoop } from "./cname-loop.ts";
import { cnameMailName } from "./cname-mail-name.ts";
import { cnameMultiple } from "./cname-multiple.ts";
import { cnameTakeover } from "./cname-takeover.ts";
import { cnameTargetNodata } from "./cname-target-nodata.ts";
import { cnameTargetRemoved } from "./cname-target-removed.ts";
import { dnameAndCname } from "./dname-and-cname.ts";
import { dnameAndNs } from "./dname-and-ns.ts";
import { dnameMultiple } from "./dname-multiple.ts";
import { dnameTargetLoop } from "./dname-target-loop.ts";

/** Rules on aliases (CNAME) and redirected trees (DNAME). */
export const aliasRules = [
  cnameAndOtherData,
  cnameAtApex,
  cnameChain,
  cnameChainThroughWildcard,
  cnameDangling,
  cnameLoop,
  cnameMailName,
  cnameMultiple,
  cnameTakeover,
  cnameTargetNodata,
  cnameTargetRemoved,
  dnameAndCname,
  dnameAndNs,
  dnameMultiple,
  dnameTargetLoop,
] as const satisfies readonly Rule[];
