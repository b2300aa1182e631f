import type { Diagnostic } from "../diagnostic/index.ts";
import {
  applyIgnores,
  type Ignored,
  isStructural,
  type LintMemo,
  type LintSettings,
  type LintZone,
  lint,
  readIgnores,
  rules,
} from "../lint/index.ts";
import { parserRules, recordTokens } from "../zonefile/index.ts";
import { settledParserFindings } from "./parser-findings.ts";
import type { Tree } from "./tree.ts";
import type { LoadedZone } from "./zones.ts";

/** What parser and rules find in a tree. */
export interface Findings {
  readonly found: readonly Diagnostic[];
  /** What comments in the zone files ask to leave out. */
  readonly ignored: readonly Ignored[];
}

/** How the rules are to judge a tree. */
export interface RulesOfTree {
  readonly settings: LintSettings;
  /** The same for the same settings, and only then. */
  readonly settingsKey: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * What the rules find in some of a tree's zones, which stand among all `readable` ones. `memo` saves judging again what
 * was judged before.
 */
export function lintTree(
  tree: Tree,
  readable: readonly LintZone[],
  judge: readonly LintZone[],
  { settings, settingsKey, now }: RulesOfTree,
  memo?: LintMemo,
): readonly Diagnostic[] {
  return lint(readable, judge, {
    settings,
    now,
    paths: tree.paths,
    ...(memo && { memo: { of: memo, settings: settingsKey } }),
  });
}

/** What parser and rules find in the zones of a tree; `linted` is what lintTree finds in all of them. */
export function findIn(
  tree: Tree,
  zones: readonly LoadedZone[],
  rules: RulesOfTree,
  linted: readonly Diagnostic[],
): Findings {
  const all = [...settledParserFindings(tree, zones, rules.settings), ...linted];
  const files = new Set(zones.flatMap((zone) => zone.files));
  const read = [...files].map((file) => {
    const octets = tree.read(file);
    return octets ? readIgnores(octets, file, ignorable) : { ignores: [], problems: [] };
  });
  const { kept, ignored, unused } = applyIgnores(
    all,
    read.flatMap(({ ignores }) => ignores),
  );
  return { found: [...kept, ...unused, ...read.flatMap(({ problems }) => problems)], ignored };
}

const ignorable = {
  ids: [...rules.map(({ id }) => id), ...Object.keys(parserRules)],
  whyNot(rule: string): string | undefined {
    const parser = Object.hasOwn(parserRules, rule) && parserRules[rule as keyof typeof parserRules];
    if (parser && parser.severity === "error") return "the file cannot be served as it is written";
    return isStructural(rule) ? "nameservers refuse such a zone or differ on what it says" : undefined;
  },
};

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
  const { zone, name, view, file, files, serial, incomplete } = loaded;
  return {
    zone,
    name,
    view,
    file,
    files,
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
