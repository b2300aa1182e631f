import { stableJson } from "../base/index.ts";
import { lintSettings } from "../config/index.ts";
import type { LintZone } from "../lint/index.ts";
import type { Facts } from "./facts.ts";
import { lintZones, type RulesOfTree } from "./findings.ts";
import { readSettings, type Settings } from "./settings.ts";
import { Tree } from "./tree.ts";
import type { ZoneCache } from "./zone-cache.ts";
import { type LoadedZones, loadZones } from "./zones.ts";

/** A tree with its zones. */
export interface TreeOfZones {
  readonly tree: Tree;
  readonly loaded: LoadedZones;
  /** Those of its zones that could be read, as the rules see them. */
  readonly lintable: readonly LintZone[];
}

/** What the facts are about: the trees, read by the config that judges. */
export interface Scene {
  readonly before: TreeOfZones | undefined;
  readonly after: TreeOfZones;
  /** The tree whose config and checks judge. */
  readonly judge: Tree;
  readonly settings: Settings;
  readonly rules: RulesOfTree;
}

/** Reads config and zones of both trees; zones that the cache does not have are parsed. */
export function readScene(facts: Facts, cache: ZoneCache): Scene {
  const before = facts.before && new Tree(facts.before);
  const after = new Tree(facts.after);
  const judge = facts.rules === "before" ? (before ?? after) : after;
  const settings = readSettings(judge, after, facts.repositoryConfig);
  const read = (tree: Tree, old: readonly LintZone[]): TreeOfZones => {
    const loaded = loadZones(tree, settings.config, cache);
    return { tree, loaded, lintable: lintZones(tree, loaded.zones, old) };
  };
  const old = before && read(before, []);
  const now = read(after, old?.lintable ?? []);
  const { lint } = settings.config;
  const rules = { settings: lintSettings(lint), settingsKey: stableJson(lint), now: facts.now };
  return { before: old, after: now, judge, settings, rules };
}
