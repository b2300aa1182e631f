export { type ConfigFile, configFiles } from "./config-files.ts";
export { compileGlob, escapeGlob, globProblem, matchGlob } from "./glob.ts";
export { lintSettings } from "./lint-config.ts";
export { type OperatorResult, type Places, parseOperatorConfig } from "./operator.ts";
export {
  bindingAllows,
  type GithubSettings,
  type OperatorConfig,
  type RepositoryBinding,
  type TargetConfig,
} from "./operator-config.ts";
export { parseRepositoryConfig, type RepositoryResult } from "./repository.ts";
export {
  type ConfigEntry,
  defaultRepositoryConfig,
  REPOSITORY_CONFIG_FILE,
  type RepositoryConfig,
  type ZoneEntry,
} from "./repository-config.ts";
export type { TargetOptions } from "./targets.ts";
export { type ZoneFile, zoneFiles } from "./zone-files.ts";
