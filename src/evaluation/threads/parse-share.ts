import type { ZoneFile } from "../../config/index.ts";
import { zoneFiles } from "../../config/index.ts";
import type { ParseResult } from "../../zonefile/index.ts";
import { readConfigFiles } from "../documents/index.ts";
import type { Facts, TreeFile } from "../facts.ts";
import { touchTreeChecks } from "../gate.ts";
import { readSettings } from "../settings.ts";
import { Tree } from "../tree.ts";
import type { ZoneCache } from "../zone-cache.ts";
import { parseZoneFile } from "../zones.ts";
import { type PackedZones, packZones, unpackZones } from "./packed-zones.ts";
import type { Shares } from "./shares.ts";

/** A zone of one of the trees. */
export interface ZoneToParse extends Pick<ZoneFile, "file" | "name"> {
  readonly tree: "before" | "after";
}

/** What a thread parsed. */
export interface Parsed {
  readonly packs: readonly { readonly zones: readonly ZoneToParse[]; readonly packed: PackedZones }[];
  /** Files that zones include and whose blobs the facts do not hold: those zones are not among the parsed. */
  readonly wanted: readonly TreeFile[];
}

/** What there is to do before the facts can be judged. */
export interface ToDo {
  /** Zones of both trees that are at hand and not in the cache, in order. */
  readonly zones: readonly ZoneToParse[];
  /** Files to fetch, as far as that can be told without parsing: without them there may be more zones. */
  readonly wanted: readonly TreeFile[];
}

/** Finds what there is to fetch and to parse, and does nothing of it. */
export function findToDo(facts: Facts, cache: ZoneCache): ToDo {
  const trees = treesOf(facts);
  const judge = facts.rules === "before" ? (trees.before ?? trees.after) : trees.after;
  const { config } = readSettings(judge, trees.after, facts.repositoryConfig);
  const found = new Map<string, ZoneToParse>();
  const both = judge.wanted.length > 0 ? [] : (["before", "after"] as const);
  for (const which of both) {
    const tree = trees[which];
    if (!tree) continue;
    touchTreeChecks(tree, config.checks, cache.checks);
    readConfigFiles(tree, config, cache.documents);
    for (const { file, name } of zoneFiles(config, tree.paths).zones) {
      if (tree.read(file) === undefined || cache.find(tree, file, name)) continue;
      found.set([file, name, tree.identity(file)].join("\0"), { tree: which, file, name });
    }
  }
  return { zones: [...found.values()], wanted: wantedOf(trees) };
}

/** Parses the zones this thread gets hold of; `onZones` as in `lintShare`. */
export function parseShare(
  facts: Facts,
  zones: readonly ZoneToParse[],
  shares: Shares,
  onZones?: (zones: number) => void,
): Parsed {
  const trees = treesOf(facts);
  const packs: Parsed["packs"][number][] = [];
  for (const [from, to] of shares.take()) {
    const whole: ZoneToParse[] = [];
    const results: ParseResult[] = [];
    for (const zone of zones.slice(from, to)) {
      const { parsed, isWhole } = parseZoneFile(trees[zone.tree]!, zone);
      if (!isWhole) continue;
      whole.push(zone);
      results.push(parsed);
    }
    packs.push({ zones: whole, packed: packZones(results) });
    onZones?.(to);
  }
  return { packs, wanted: wantedOf(trees) };
}

/** Puts what was parsed, by whatever thread, into a cache. */
export function takeIn(parsed: readonly Parsed[], facts: Facts, cache: ZoneCache): void {
  const trees = treesOf(facts);
  for (const { zones, packed } of parsed.flatMap(({ packs }) => packs))
    for (const [at, result] of unpackZones(packed).entries()) {
      const { tree, file, name } = zones[at]!;
      cache.keep(trees[tree]!, file, name, result);
    }
}

interface Trees {
  readonly before: Tree | undefined;
  readonly after: Tree;
}

/** Each object id once. */
function wantedOf({ before, after }: Trees): TreeFile[] {
  const files = [...(before?.wanted ?? []), ...after.wanted];
  return [...new Map(files.map((file) => [file.oid, file])).values()];
}

function treesOf(facts: Facts): Trees {
  return { before: facts.before && new Tree(facts.before), after: new Tree(facts.after) };
}
