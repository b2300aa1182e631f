import { isCodeFile } from "../checks/index.ts";
import { runCodeChecks } from "./code-checks.ts";
import { readConfigFiles } from "./documents/index.ts";
import type { Facts, TreeFile } from "./facts.ts";
import { checkFiles, resolversOf, touchTreeChecks } from "./gate.ts";
import { readSettings } from "./settings.ts";
import { Tree } from "./tree.ts";
import { ZoneCache } from "./zone-cache.ts";
import { type LoadedZone, loadZones } from "./zones.ts";

/**
 * The files whose content `evaluate` needs and `facts` does not hold: fetch these blobs, add them, and ask again until
 * there are none; files name others. Parses the zones to know. Each object id once. Those in `unreadable` are not asked for.
 */
export function wantedBlobs(facts: Facts, cache: ZoneCache = new ZoneCache()): readonly TreeFile[] {
  const before = facts.before && new Tree(facts.before);
  const after = new Tree(facts.after);
  const trees = before ? [before, after] : [after];
  const judge = facts.rules === "before" ? (before ?? after) : after;
  const { config } = readSettings(judge, after, facts.repositoryConfig);
  if (judge.wanted.length === 0) {
    for (const tree of trees) {
      loadZones(tree, config, cache);
      touchTreeChecks(tree, config.checks, cache.checks);
      readConfigFiles(tree, config, cache.documents);
    }
    // What code reads shows when it is run, and it can be run when all else is there.
    if (trees.every((tree) => tree.wanted.length === 0))
      runReadingCode(
        { judge, after, facts, globs: config.checks },
        loadZones(after, config, cache).zones,
        cache,
      );
  }
  const byId = new Map(trees.flatMap((tree) => tree.wanted).map((file) => [file.oid, file]));
  return [...byId.values()];
}

interface CodeOfTrees {
  readonly judge: Tree;
  readonly after: Tree;
  readonly facts: Facts;
  readonly globs: readonly string[];
}

/** Runs the checks in TypeScript that may read files, for the trees to note which. */
function runReadingCode(
  { judge, after, facts, globs }: CodeOfTrees,
  zones: readonly LoadedZone[],
  { sandbox, code: memo }: ZoneCache,
): void {
  if (!sandbox) return;
  const resolvers = resolversOf(zones);
  const reads = (tree: Tree) => (file: string) =>
    /\b(?:inventory|config)\b/.test(Buffer.from(tree.read(file) ?? []).toString("latin1"));
  for (const tree of new Set(facts.proposedCode === false ? [judge] : [judge, after])) {
    const files = checkFiles(tree, globs).filter(isCodeFile).filter(reads(tree));
    runCodeChecks(tree, files, { sandbox, memo, judged: after, zones, resolvers });
  }
}

/** The paths of wantedBlobs. */
export function wantedPaths(facts: Facts): string[] {
  return wantedBlobs(facts).map(({ path }) => path);
}
