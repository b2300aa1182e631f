import { fileSpan } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Name } from "../dns/index.ts";
import { problem } from "./document.ts";
import { compileGlob } from "./glob.ts";
import type { RepositoryConfig } from "./repository-config.ts";
import { nameFromTemplate } from "./zone-name.ts";

/** A file of the repository that is a zone. */
export interface ZoneFile {
  readonly file: string;
  /** In key form. */
  readonly name: Name;
  readonly view: string;
  readonly serial: "managed" | "from-file";
  readonly target: string | undefined;
}

/**
 * Which of a repository's files are zones, and how they are called: by the configuration and the path alone, never by
 * `$ORIGIN`. In each view the first entry that matches a file counts. Two files for one name in one view are an error
 * on both, and neither is a zone, since either could be the right one.
 */
export function zoneFiles(
  config: RepositoryConfig,
  paths: readonly string[],
): { zones: ZoneFile[]; diagnostics: Diagnostic[] } {
  const entries = config.zones.map((entry) => ({ ...entry, matches: compileGlob(entry.files) }));
  const diagnostics: Diagnostic[] = [];
  const owners = new Map<string, ZoneFile[]>();
  for (const file of paths) {
    const views = new Set<string>();
    for (const { matches, name: template, view, serial, target } of entries) {
      if (views.has(view) || !matches(file)) continue;
      views.add(view);
      const named = nameFromTemplate(template, file);
      if ("problem" in named) {
        const message = `this file is a zone named "${template}", but ${named.problem}: rename the file, or give it another name under "zones"`;
        diagnostics.push(problem(fileSpan(file), message));
        continue;
      }
      const key = `${named.name} ${view}`;
      const zone = { file, name: named.name, view, serial, target };
      const same = owners.get(key);
      if (same) same.push(zone);
      else owners.set(key, [zone]);
    }
  }
  const zones: ZoneFile[] = [];
  for (const same of owners.values()) {
    if (same.length === 1) zones.push(same[0]!);
    else diagnostics.push(...same.map((zone) => duplicate(zone, same)));
  }
  return { zones, diagnostics };
}

function duplicate(zone: ZoneFile, same: readonly ZoneFile[]): Diagnostic {
  const others = same.slice(0, 4).filter((other) => other !== zone);
  const named = others.slice(0, 3).map((other) => other.file);
  const more = same.length - 1 - named.length;
  const where = `${named.join(", ")}${more > 0 ? ` and ${more} more files` : ""}`;
  return {
    ...fileSpan(zone.file),
    rule: "repo-duplicate-zone",
    severity: "error",
    message: `${zone.name} (view ${zone.view}) is also in ${where}: one zone has one file; use $INCLUDE for parts, or another view`,
  };
}
