import { fileSpan } from "../base/index.ts";
import {
  type CheckFile,
  type CheckMemo,
  type CheckResult,
  checkDiagnostics,
  type IdentifiedRepository,
  isCodeFile,
  type LoadedChecks,
  type Lost,
  loadChecks,
  lostCoverage,
  type Resolvers,
  type ViewZones,
  zoneResolver,
} from "../checks/index.ts";
import {
  compileGlob,
  defaultRepositoryConfig,
  globProblem,
  REPOSITORY_CONFIG_FILE,
} from "../config/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { CodeFacts } from "./code-checks.ts";
import { runCodeGate } from "./code-gate.ts";
import type { Tree } from "./tree.ts";
import type { LoadedZone } from "./zones.ts";

export interface GateFacts {
  /** Globs of the files of checks. */
  readonly globs: readonly string[];
  readonly judge: Tree;
  readonly after: Tree;
  readonly zonesBefore: readonly LoadedZone[];
  readonly zonesAfter: readonly LoadedZone[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly memo: CheckMemo;
  /** For checks in TypeScript. */
  readonly code: Pick<CodeFacts, "sandbox" | "memo">;
  /** Whether code that the change brings may be run. */
  readonly proposedCode: boolean;
}

export interface Gate {
  readonly checks: readonly CheckResult[];
  /** Checks that the change adds or edits, as they would be. */
  readonly proposed: readonly CheckResult[];
  /** What the judging checks look after and the proposed ones do not. */
  readonly lost: readonly Lost[];
  readonly diagnostics: readonly Diagnostic[];
  /** Files with checks, and the data files they read, of both trees. */
  readonly files: readonly string[];
}

/**
 * The judging tree's checks decide, over the zones as they would be. What the change proposes instead is run too and
 * shown; it has to be readable, since it will judge the next change.
 */
export function runGate(facts: GateFacts): Gate {
  const { globs, judge, after, zonesBefore, zonesAfter, now, memo, proposedCode } = facts;
  const zones = byView(zonesAfter);
  const resolvers = resolversOver(zones);
  const options = { before: resolversOver(byView(zonesBefore)), now };
  const load = (tree: Tree) => ({
    files: checkFiles(tree, globs),
    loaded: memo.load(readFiles(tree, globs), repositoryOf(tree, resolvers), zones),
  });
  const judging = load(judge);
  const proposing = judge === after ? judging : load(after);
  const code = runCodeGate(
    { judge, after, judging, proposing, proposedCode },
    { ...facts.code, judged: after, zones: zonesAfter, resolvers, before: options.before },
  );
  const written = memo.run(judging.loaded.checks, resolvers, zones, options);
  const checks = [...written, ...code.checks];
  const base = [
    ...unmatchedGlobs(judge, globs),
    ...judging.loaded.diagnostics,
    ...checkDiagnostics(written),
    ...code.diagnostics,
  ];
  const files = [...judging.files, ...judging.loaded.data, ...code.data];
  if (judge === after) return { checks, proposed: [], lost: [], diagnostics: base, files };
  const changed = (path: string) => judge.identity(path) !== after.identity(path);
  const { loaded } = proposing;
  const edited = loaded.checks.filter(({ span, data }) => changed(span.file) || data.some(changed));
  const proposed = [...memo.run(edited, resolvers, zones, options), ...code.proposed];
  const failing = new Set(checks.filter(({ passed }) => !passed).map(({ slug }) => slug));
  const warnings = checkDiagnostics(
    proposed.filter(({ slug }) => !failing.has(slug)),
    "warning",
  );
  const found = [...loaded.diagnostics, ...code.proposedDiagnostics];
  return {
    checks,
    proposed,
    lost: [...lostCoverage(judging.loaded, loaded, now), ...code.lost],
    diagnostics: [...base, ...withoutRepeats(found, base), ...warnings],
    files: [...files, ...proposing.files, ...loaded.data],
  };
}

/** Files of checks in a tree, by the config's globs. */
export function checkFiles(tree: Tree, globs: readonly string[]): string[] {
  const matchers = globs.map(compileGlob);
  return tree.paths.filter((path) => matchers.some((matches) => matches(path))).sort();
}

/**
 * The checks of a tree; what cannot be read is told by the tree. `zones` are those in which names are looked for: without
 * them a check for names found in zones is an error.
 */
export function loadTreeChecks(tree: Tree, globs: readonly string[], zones?: Resolvers): LoadedChecks {
  return loadChecks(readFiles(tree, globs), repositoryOf(tree, zones));
}

/** Has a tree read what its checks refer to, for it to tell what of that is not at hand. */
export function touchTreeChecks(tree: Tree, globs: readonly string[], memo: CheckMemo): void {
  memo.touch(readFiles(tree, globs), repositoryOf(tree, undefined));
}

/** Resolvers over zones, by view. */
export function resolversOf(zones: readonly LoadedZone[]): Resolvers {
  return resolversOver(byView(zones));
}

/** Files of YAML checks; those in TypeScript are asked for too, so that they are fetched. */
function readFiles(tree: Tree, globs: readonly string[]): readonly CheckFile[] {
  return checkFiles(tree, globs).flatMap((file): CheckFile[] => {
    const octets = tree.read(file);
    return octets && !isCodeFile(file) ? [{ file, octets }] : [];
  });
}

function repositoryOf(tree: Tree, zones: Resolvers | undefined): IdentifiedRepository {
  return {
    read: (path) => tree.read(path),
    find: (glob) => globProblem(glob) ?? checkFiles(tree, [glob]),
    identity: (path) => tree.identity(path),
    ...(zones && { zones }),
  };
}

function byView(zones: readonly LoadedZone[]): ViewZones {
  return Map.groupBy(zones, ({ view }) => view);
}

function resolversOver(zones: ViewZones): Resolvers {
  return new Map([...zones].map(([view, ofView]) => [view, zoneResolver(ofView)]));
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
