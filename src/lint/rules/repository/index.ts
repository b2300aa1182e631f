import type { Rule } from "../../rule.ts";
import { catalogZone } from "./catalog-zone.ts";
import { dirIncludeOrphan } from "./dir-include-orphan.ts";
import { erAgentTxt } from "./er-agent-txt.ts";
import { repoUnusedGlueHost } from "./repo-unused-glue-host.ts";
import { repoViewSkew } from "./repo-view-skew.ts";
import { rpzName } from "./rpz-name.ts";

/** Rules on the repository, and on zones that are no data but orders to servers. */
export const repositoryRules = [
  catalogZone,
  dirIncludeOrphan,
  erAgentTxt,
  repoUnusedGlueHost,
  repoViewSkew,
  rpzName,
] as const satisfies readonly Rule[];
