import { REPOSITORY_CONFIG_FILE } from "../config/index.ts";
import type { Governed } from "./evaluation.ts";
import type { Tree } from "./tree.ts";

/** Which of these paths differ between two trees, by what they govern. Without a tree before, all do. */
export function governedPaths(
  before: Tree | undefined,
  after: Tree,
  paths: { readonly zones: Iterable<string>; readonly checks: Iterable<string> },
): Governed {
  const changed = (path: string) => before?.identity(path) !== after.identity(path);
  return {
    zones: [...new Set(paths.zones)].filter(changed).sort(),
    config: changed(REPOSITORY_CONFIG_FILE),
    checks: [...new Set(paths.checks)].filter(changed).sort(),
  };
}
