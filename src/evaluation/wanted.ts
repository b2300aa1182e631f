import type { Facts, TreeFile } from "./facts.ts";
import { loadTreeChecks } from "./gate.ts";
import { readSettings } from "./settings.ts";
import { Tree } from "./tree.ts";
import { ZoneCache } from "./zone-cache.ts";
import { loadZones } from "./zones.ts";

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
      loadTreeChecks(tree, config.checks);
    }
  }
  const byId = new Map(trees.flatMap((tree) => tree.wanted).map((file) => [file.oid, file]));
  return [...byId.values()];
}

/** The paths of wantedBlobs. */
export function wantedPaths(facts: Facts): string[] {
  return wantedBlobs(facts).map(({ path }) => path);
}
