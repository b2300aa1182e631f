import { sha256, stableJson } from "../base/index.ts";
import { compareDiagnostics, type Diagnostic, splitKnown } from "../diagnostic/index.ts";
import { zoneText } from "../dns/index.ts";
import { judgeGuards, type Plan, type PlannedFiles, planZones } from "../plan/index.ts";
import { judgeBinding } from "./binding.ts";
import {
  changedConfigFiles,
  describeConfigFiles,
  type JudgedConfigFiles,
  judgeConfigFiles,
} from "./documents/index.ts";
import type { EvaluatedZone, Evaluation } from "./evaluation.ts";
import type { Facts } from "./facts.ts";
import { doubtfulFiles, findIn, isDeployable, lintTree, zoneKey } from "./findings.ts";
import { runGate } from "./gate.ts";
import { governedPaths } from "./governed.ts";
import { overridesIn } from "./overrides.ts";
import { reasonsFor } from "./reasons.ts";
import { readScene, type Scene, type TreeOfZones } from "./scene.ts";
import type { Tree } from "./tree.ts";
import { ZoneCache } from "./zone-cache.ts";
import type { LoadedZone } from "./zones.ts";

/**
 * Judges a tree against the one it lands on: config of the judging tree, zones, rules, plan, checks. The same facts
 * give the same evaluation; bad input of any kind is a diagnostic. `cache` saves parsing again what was parsed
 * before, and changes nothing else. The plan and the zones' hashes, on which the verdict does not rest, are worked out
 * when they are first looked at; `settled` does so.
 */
export function evaluate(facts: Facts, cache: ZoneCache = new ZoneCache()): Evaluation {
  const scene = readScene(facts, cache);
  // Noting what the rules look at takes longer than looking: only where there is another tree to judge.
  const memo = scene.before && cache.lint;
  const lintAll = ({ tree, lintable }: TreeOfZones) => lintTree(tree, lintable, lintable, scene.rules, memo);
  return conclude(facts, scene, cache, lintAll);
}

/** The rest of `evaluate`, once trees and zones are read. `lint` gives what the rules find in the zones of a tree. */
export function conclude(
  facts: Facts,
  scene: Scene,
  cache: ZoneCache,
  lint: (of: TreeOfZones) => readonly Diagnostic[],
): Evaluation {
  const { judge, rules } = scene;
  const { config, problem, diagnostics: configFindings } = scene.settings;
  const before = scene.before?.tree;
  const after = scene.after.tree;
  const old = scene.before?.loaded ?? { zones: [], diagnostics: [] };
  const now = scene.after.loaded;
  const findings = (of: TreeOfZones) => findIn(of.tree, of.loaded.zones, rules, lint(of));
  const { found, ignored } = findings(scene.after);
  const known = scene.before ? findings(scene.before) : { found: [], ignored: [] };
  const configured = judgeConfigFiles({ config, judge, before, after, memo: cache.documents });
  const { fresh, known: baseline } = splitKnown(
    [...found, ...configured.found],
    [...known.found, ...configured.known],
  );

  const gate = runGate({
    globs: config.checks,
    judge,
    after,
    zonesBefore: old.zones,
    zonesAfter: now.zones,
    now: rules.now,
    memo: cache.checks,
    code: { sandbox: cache.sandbox, memo: cache.code },
    proposedCode: facts.proposedCode !== false,
  });
  const diagnostics = [
    ...configFindings,
    ...now.diagnostics,
    ...fresh,
    ...configured.diagnostics,
    ...judgeBinding(now.zones, configured.files, facts.binding),
    ...gate.diagnostics,
    ...after.problems(),
    ...(judge === after ? [] : judge.problems()),
  ].sort(compareDiagnostics);
  const reasons = reasonsFor(problem, diagnostics, gate.checks);
  const doubtful = doubtfulFiles(found);
  let plan: Plan | undefined;
  return {
    judged: true,
    diagnostics,
    baseline: baseline.sort(compareDiagnostics),
    overrides: overridesIn(ignored, known),
    get plan() {
      const { critical } = config.plan;
      const files = before && plannedFiles(before, after);
      const paths = changedConfigFiles(before, after, config);
      plan ??= planZones(...comparable(old.zones, now.zones), { critical, paths, ...(files && { files }) });
      return plan;
    },
    get guards() {
      return judgeGuards(this.plan, config.plan.guards);
    },
    checks: gate.checks,
    proposedChecks: gate.proposed,
    lost: gate.lost,
    zones: now.zones.map((zone) =>
      describeZone(zone, cache, isDeployable(zone, doubtful), facts.texts === true),
    ),
    configFiles: describeConfigFiles(configured, after),
    inputsDigest: inputsDigest(after, configured),
    governed: governedPaths(before, after, {
      zones: [...old.zones, ...now.zones].flatMap(({ files }) => files),
      checks: [...gate.files, ...configured.governing],
    }),
    ...(problem !== undefined && { configProblem: problem }),
    passed: reasons.length === 0,
    reasons,
    config,
  };
}

/** The same as plain data: nothing of it is still to be worked out, and nothing holds on to the zones. */
export function settled(evaluation: Evaluation): Evaluation {
  return { ...evaluation, zones: evaluation.zones.map((zone) => ({ ...zone })) };
}

/** A zone whose file cannot be read in one of the trees is in neither: its records are unknown, not gone. */
function comparable(
  before: readonly LoadedZone[],
  after: readonly LoadedZone[],
): [readonly LoadedZone[], readonly LoadedZone[]] {
  const unknown = new Set([...before, ...after].filter(({ readable }) => !readable).map(zoneKey));
  const keep = (zone: LoadedZone) => !unknown.has(zoneKey(zone));
  return [before.filter(keep), after.filter(keep)];
}

function plannedFiles(before: Tree, after: Tree): PlannedFiles {
  return {
    changed: (path) => before.identity(path) !== after.identity(path),
    before: (path) => before.read(path),
    after: (path) => after.read(path),
  };
}

function inputsDigest(tree: Tree, { files }: JudgedConfigFiles): string {
  const used = [...tree.used, ...files.map(({ file }) => tree.file(file)!)];
  const byPath = new Map(used.map(({ path, oid }) => [path, oid]));
  return sha256(stableJson([...byPath].sort(([a], [b]) => (a < b ? -1 : 1))));
}

function describeZone(
  loaded: LoadedZone,
  cache: ZoneCache,
  deployable: boolean,
  texts: boolean,
): EvaluatedZone {
  const { name, view, file, files, serial, target, zone } = loaded;
  return {
    name,
    view,
    file,
    files,
    serial,
    ...(target !== undefined && { target }),
    get contentHash() {
      return cache.contentHash(zone);
    },
    records: zone.size,
    deployable,
    text: texts ? zoneText(zone) : undefined,
  };
}
