import { fileSpan } from "../base/index.ts";
import {
  type CheckFile,
  type CheckResult,
  checkDiagnostics,
  type LoadedChecks,
  loadChecks,
  type Resolvers,
  runChecks,
  zoneResolver,
} from "../checks/index.ts";
import { compileGlob, defaultRepositoryConfig, REPOSITORY_CONFIG_FILE } from "../config/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Tree } from "./tree.ts";
import type { LoadedZone } from "./zones.ts";

export interface GateFacts {
  /** Globs of the files of checks. */
  readonly globs: readonly string[];
  readonly judge: Tree;
  readonly after: Tree;
  readonly zonesBefore: readonly LoadedZone[];
  readonly zonesAfter: readonly LoadedZone[];
}

export interface Gate {
  readonly checks: readonly CheckResult[];
  /** Checks that the change adds or edits, as they would be. */
  readonly proposed: readonly CheckResult[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files with checks, and the data files they read, of both trees. */
  readonly files: readonly string[];
}

/**
 * The judging tree's checks decide, over the zones as they would be. What the change proposes instead is run too and
 * shown; it has to be readable, since it will judge the next change.
 */
export function runGate({ globs, judge, after, zonesBefore, zonesAfter }: GateFacts): Gate {
  const resolvers = resolversOf(zonesAfter);
  const options = { before: resolversOf(zonesBefore) };
  const judging = loadTreeChecks(judge, globs);
  const checks = runChecks(judging.checks, resolvers, options);
  const base = [...unmatchedGlobs(judge, globs), ...judging.diagnostics, ...checkDiagnostics(checks)];
  const files = [...checkFiles(judge, globs), ...judging.data];
  if (judge === after) return { checks, proposed: [], diagnostics: base, files };
  const loaded = loadTreeChecks(after, globs);
  const changed = (path: string) => judge.identity(path) !== after.identity(path);
  const edited = loaded.checks.filter(({ span, data }) => changed(span.file) || data.some(changed));
  const proposed = runChecks(edited, resolvers, options);
  const failing = new Set(checks.filter(({ passed }) => !passed).map(({ slug }) => slug));
  const warnings = checkDiagnostics(
    proposed.filter(({ slug }) => !failing.has(slug)),
    "warning",
  );
  return {
    checks,
    proposed,
    diagnostics: [...base, ...withoutRepeats(loaded.diagnostics, base), ...warnings],
    files: [...files, ...checkFiles(after, globs), ...loaded.data],
  };
}

/** Files of checks in a tree, by the config's globs. */
export function checkFiles(tree: Tree, globs: readonly string[]): string[] {
  const matchers = globs.map(compileGlob);
  return tree.paths.filter((path) => matchers.some((matches) => matches(path))).sort();
}

/** The checks of a tree; what cannot be read is told by the tree. */
export function loadTreeChecks(tree: Tree, globs: readonly string[]): LoadedChecks {
  const files = checkFiles(tree, globs).flatMap((file): CheckFile[] => {
    const octets = tree.read(file);
    return octets ? [{ file, octets }] : [];
  });
  return loadChecks(files, (path) => tree.read(path));
}

function resolversOf(zones: readonly LoadedZone[]): Resolvers {
  const views = new Map<string, LoadedZone[]>();
  for (const zone of zones) {
    const ofView = views.get(zone.view);
    if (ofView) ofView.push(zone);
    else views.set(zone.view, [zone]);
  }
  return new Map([...views].map(([view, ofView]) => [view, zoneResolver(ofView)]));
}

/** A glob somebody wrote that matches nothing guards nothing; the default may. */
function unmatchedGlobs(tree: Tree, globs: readonly string[]): Diagnostic[] {
  const usual = new Set(defaultRepositoryConfig().checks);
  return globs
    .filter((glob) => !usual.has(glob) && checkFiles(tree, [glob]).length === 0)
    .map((glob) => ({
      ...fileSpan(REPOSITORY_CONFIG_FILE),
      rule: "config",
      severity: "error",
      message: `checks: "${glob}" matches no file`,
    }));
}

function withoutRepeats(diagnostics: readonly Diagnostic[], known: readonly Diagnostic[]): Diagnostic[] {
  const told = new Set(known.map((one) => [one.file, one.line, one.column, one.message].join("\0")));
  return diagnostics.filter((one) => !told.has([one.file, one.line, one.column, one.message].join("\0")));
}
