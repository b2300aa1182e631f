import { type RepositoryConfig, type ZoneFile, zoneFiles } from "../config/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { type Zone, ZoneBuilder } from "../dns/index.ts";
import { type ParseResult, parseRevision, type Revision } from "../zonefile/index.ts";
import { refused, type Tree } from "./tree.ts";
import type { ZoneCache } from "./zone-cache.ts";

/** A zone of a tree, as far as its files could be read. */
export interface LoadedZone extends ZoneFile {
  readonly zone: Zone;
  /** What the parser says. */
  readonly diagnostics: readonly Diagnostic[];
  /** The zone's file and what it includes. */
  readonly files: readonly string[];
  /** Whether the zone's own file could be read at all. */
  readonly readable: boolean;
  /** Whether there may be records that are not in `zone`. */
  readonly incomplete: boolean;
}

export interface LoadedZones {
  readonly zones: readonly LoadedZone[];
  /** What is wrong with the set of files, not with what is in one of them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses every zone of a tree; a bad file hides no other. */
export function loadZones(tree: Tree, config: RepositoryConfig, cache: ZoneCache): LoadedZones {
  const { zones, diagnostics } = zoneFiles(config, tree.paths);
  const clashes = collisions(zones);
  return {
    zones: zones.map((file) => (clashes.has(file.file) ? unreadable(file) : loadZone(tree, file, cache))),
    diagnostics: [
      ...diagnostics,
      ...[...clashes].map(([file, other]) =>
        refused(file, `this file and ${other} are the same to a system that ignores letter case: rename one`),
      ),
    ],
  };
}

function loadZone(tree: Tree, file: ZoneFile, cache: ZoneCache): LoadedZone {
  const readable = tree.read(file.file) !== undefined;
  if (!readable) return unreadable(file);
  const parsed = cache.find(tree, file.file, file.name) ?? parse(tree, file, cache);
  for (const path of [...parsed.files, ...parsed.missing]) tree.read(path);
  const incomplete = parsed.diagnostics.some(({ severity }) => severity === "error");
  const { zone, diagnostics, files } = parsed;
  return { ...file, zone, diagnostics, files, readable, incomplete };
}

/**
 * Parses a zone of a tree. It is whole unless something that is in the tree was missing: what was not fetched yet will
 * be another time, so that the result is not to be kept. Where `earlier` is the zone of another content of the file, only
 * what changed is parsed.
 */
export function parseZoneFile(
  tree: Tree,
  { file, name }: Pick<ZoneFile, "file" | "name">,
  earlier?: Revision,
): { readonly parsed: Revision; readonly isWhole: boolean } {
  let isWhole = true;
  const read = (path: string) => {
    const octets = tree.read(path);
    if (octets === undefined && tree.identity(path) !== undefined) isWhole = false;
    return octets;
  };
  return { parsed: parseRevision({ file, origin: name, read }, earlier), isWhole };
}

function parse(tree: Tree, file: ZoneFile, cache: ZoneCache): ParseResult {
  const { parsed, isWhole } = parseZoneFile(tree, file, cache.latest(file.file, file.name));
  if (isWhole) cache.keep(tree, file.file, file.name, parsed);
  return parsed;
}

/** In the list still, so that nobody takes the zone for removed. */
function unreadable(file: ZoneFile): LoadedZone {
  const zone = new ZoneBuilder(file.name, { records: 1, nameOctets: 1, rdataOctets: 1 }).finish();
  return { ...file, zone, diagnostics: [], files: [file.file], readable: false, incomplete: true };
}

/** Files of zones whose paths differ in letter case or Unicode composition only, each with another such. */
function collisions(zones: readonly ZoneFile[]): Map<string, string> {
  const byFold = new Map<string, Set<string>>();
  for (const { file } of zones) {
    const fold = file.normalize("NFC").toLowerCase();
    byFold.set(fold, (byFold.get(fold) ?? new Set()).add(file));
  }
  const found = new Map<string, string>();
  for (const files of byFold.values()) {
    for (const file of files) {
      const other = [...files].find((one) => one !== file);
      if (other !== undefined) found.set(file, other);
    }
  }
  return found;
}
