import {
  type CheckFile,
  type CodeMemo,
  type CodeRun,
  isCodeFile,
  type Resolvers,
  runCodeFiles,
  type Sandbox,
} from "../checks/index.ts";
import { compileGlob } from "../config/index.ts";
import type { Tree } from "./tree.ts";
import type { LoadedZone } from "./zones.ts";

/** What the checks in TypeScript of a tree are run over. */
export interface CodeFacts {
  readonly sandbox: Sandbox | undefined;
  readonly memo: CodeMemo;
  /** The tree whose configuration they judge. */
  readonly judged: Tree;
  readonly zones: readonly LoadedZone[];
  readonly resolvers: Resolvers;
  readonly before?: Resolvers;
}

/**
 * Runs those of `files` that are TypeScript. They and their data are those of `tree`; `taken` as in runCodeFiles. What
 * the trees do not have at hand yet, they note as wanted.
 */
export function runCodeChecks(
  tree: Tree,
  files: readonly string[],
  { sandbox, memo, judged, zones, resolvers, before }: CodeFacts,
  taken: ReadonlyMap<string, string> = new Map(),
): Omit<CodeRun, "isSpent"> {
  const code = files.filter(isCodeFile).flatMap((file): CheckFile[] => {
    const octets = tree.read(file);
    return octets ? [{ file, octets }] : [];
  });
  const matching = (glob: string) => {
    const matches = compileGlob(glob);
    return judged.paths.filter((path) => matches(path)).sort();
  };
  const host = {
    resolvers,
    ...(before && { before }),
    zones: zones.map(({ name, view, file }) => ({ name, view, file })),
    viewZones: Map.groupBy(zones, ({ view }) => view),
    data: (path: string) => tree.read(path),
    config: (glob: string) => matching(glob).map((path) => ({ path, octets: judged.read(path) })),
    identity: (kind: "data" | "config", of: string) =>
      kind === "data"
        ? identityIn(tree, of)
        : JSON.stringify(matching(of).map((path) => [path, identityIn(judged, path)])),
  };
  return runCodeFiles(code, host, { sandbox, memo }, taken);
}

/** What a file is, once its content is at hand: until then it is none to those who read it. */
function identityIn(tree: Tree, path: string): string | undefined {
  return tree.read(path) && tree.identity(path);
}
