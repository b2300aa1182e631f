import { isUtf8 } from "node:buffer";
import { fileSpan } from "../base/index.ts";
import {
  defaultRepositoryConfig,
  parseRepositoryConfig,
  REPOSITORY_CONFIG_FILE,
  type RepositoryConfig,
} from "../config/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Tree } from "./tree.ts";

export interface Settings {
  readonly config: RepositoryConfig;
  /** Why the config that should judge could not be used; defaults stand in for it, and nothing passes. */
  readonly problem?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The configuration that judges: the one given, else that of the judging tree, else what holds without any. A change
 * of it is read too, so that a broken one is told before it lands, but it judges nothing yet.
 */
export function readSettings(judge: Tree, after: Tree, given: RepositoryConfig | undefined): Settings {
  if (given) return { config: given, diagnostics: [] };
  const judging = readConfig(judge);
  // Read even where it is the same file: what a tree is deployed by is among its inputs.
  const proposed = judge === after ? judging : readConfig(after);
  const changed = judge.identity(REPOSITORY_CONFIG_FILE) !== after.identity(REPOSITORY_CONFIG_FILE);
  const diagnostics = changed ? proposed.diagnostics : judging.diagnostics;
  if (judging.config) return { config: judging.config, diagnostics };
  const whose = judge === after ? "" : " of the base branch";
  const problem = `the configuration${whose} (${REPOSITORY_CONFIG_FILE}) cannot be used: ${judging.diagnostics[0]?.message ?? "it is not readable"}`;
  return { config: defaultRepositoryConfig(), problem, diagnostics };
}

function readConfig(tree: Tree): {
  config: RepositoryConfig | undefined;
  diagnostics: readonly Diagnostic[];
} {
  if (!tree.has(REPOSITORY_CONFIG_FILE)) return { config: defaultRepositoryConfig(), diagnostics: [] };
  const octets = tree.read(REPOSITORY_CONFIG_FILE);
  if (!octets) return { config: undefined, diagnostics: [] };
  if (isUtf8(octets)) return parseRepositoryConfig(new TextDecoder().decode(octets), REPOSITORY_CONFIG_FILE);
  const message = "the file is not UTF-8 text";
  return {
    config: undefined,
    diagnostics: [{ ...fileSpan(REPOSITORY_CONFIG_FILE), rule: "config", severity: "error", message }],
  };
}
