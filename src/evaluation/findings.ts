import type { Diagnostic } from "../diagnostic/index.ts";
import { isStructural, type LintSettings, type LintZone, lint } from "../lint/index.ts";
import { recordTokens } from "../zonefile/index.ts";
import type { Tree } from "./tree.ts";
import type { LoadedZone } from "./zones.ts";

/** What parser and rules find in the zones of a tree. */
export function findIn(
  zones: readonly LoadedZone[],
  readable: readonly LintZone[],
  settings: LintSettings,
): Diagnostic[] {
  return [...uniqueParserFindings(zones), ...lint(readable, readable, { settings })];
}

/** The zones of a tree that could be read, as the rules see them; `before` are those of the base. */
export function lintZones(
  tree: Tree,
  zones: readonly LoadedZone[],
  before: readonly LintZone[],
): readonly LintZone[] {
  const old = new Map(before.map((zone) => [zoneKey(zone), zone]));
  return zones.filter(({ readable }) => readable).map((zone) => lintZone(tree, zone, old.get(zoneKey(zone))));
}

/** Name and view: what makes a zone the same zone in two trees. */
export function zoneKey({ name, view }: { readonly name: string; readonly view: string }): string {
  return `${name} ${view}`;
}

/** Files with an error that leaves the meaning of their records in doubt. */
export function doubtfulFiles(findings: readonly Diagnostic[]): ReadonlySet<string> {
  const errors = findings.filter(({ rule, severity }) => severity === "error" && isStructural(rule));
  return new Set(errors.map(({ file }) => file));
}

/** Whether a zone may be deployed: all of it was read, and none of its files is a doubtful one. */
export function isDeployable(zone: LoadedZone, doubtful: ReadonlySet<string>): boolean {
  return zone.readable && !zone.incomplete && !zone.files.some((file) => doubtful.has(file));
}

function lintZone(tree: Tree, loaded: LoadedZone, before: LintZone | undefined): LintZone {
  const { zone, name, view, file, serial, incomplete } = loaded;
  return {
    zone,
    name,
    view,
    file,
    serial,
    incomplete,
    ...(before && { before }),
    tokens(row) {
      const place = zone.place(row);
      const octets = tree.read(place.file);
      return octets && recordTokens(octets, place.file, place.offset, place.line);
    },
  };
}

/** A file that several zones include, or that is a zone in several views, is parsed for each and told of once. */
function uniqueParserFindings(zones: readonly LoadedZone[]): Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const finding of zones.flatMap(({ diagnostics }) => diagnostics)) {
    const { file, line, column, rule, message } = finding;
    seen.set([file, line, column, rule, message].join("\0"), finding);
  }
  return [...seen.values()];
}
