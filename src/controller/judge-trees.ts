import type { Diagnostic } from "../diagnostic/index.ts";
import type { Facts } from "../evaluation/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { startsWithMark, textOf } from "./head-files.ts";
import { type JudgedTrees, lineKey } from "./judged-trees.ts";
import type { OpenTree } from "./tree-reader.ts";

export interface TreesToJudge {
  /** Tree the change lands on, and whose rules judge. */
  readonly before: string;
  /** Tree that would be deployed. */
  readonly after: string;
  readonly texts: boolean;
  /** True for what a branch or a deployment waits for. */
  readonly urgent: boolean;
  /** Whether checks in TypeScript may be run as the change proposes them; they may, unless this says no. */
  readonly proposedCode?: boolean;
  /** True where somebody asked to have it judged again, whatever is known. */
  readonly anew?: boolean;
}

/**
 * Reads what is needed of two trees, only that and only once, and has them judged in the evaluator's thread. Throws
 * the signal's reason once the work has to end: an evaluation cut short then is nobody's verdict.
 */
export async function judgeTrees(
  controller: Controller,
  bound: BoundBranch,
  trees: TreesToJudge,
): Promise<JudgedTrees> {
  const { zones, views, target } = bound.binding;
  const key = JSON.stringify([trees.before, trees.after, target, zones, views, trees.proposedCode !== false]);
  const known = trees.texts || trees.anew ? undefined : controller.judgements.find(key);
  if (known) return known;
  const judged = await judgeAnew(controller, bound, trees);
  if (!trees.texts && judged.evaluation.judged) controller.judgements.keep(key, judged);
  return judged;
}

async function judgeAnew(
  { reader, evaluators, clock }: Controller,
  { gateway, binding, signal }: BoundBranch,
  trees: TreesToJudge,
): Promise<JudgedTrees> {
  const evaluator = trees.urgent ? evaluators.branches : evaluators.pulls;
  const before = await reader.open(gateway, trees.before);
  const after = trees.after === trees.before ? before : await reader.open(gateway, trees.after);
  const facts: Facts = {
    now: clock.now(),
    before,
    after,
    rules: "before",
    binding: { zones: binding.zones, views: binding.views, targets: [binding.target] },
    texts: trees.texts,
    ...(trees.proposedCode !== undefined && { proposedCode: trees.proposedCode }),
  };
  for (
    let wanted = await evaluator.wanted(facts);
    wanted.length > 0;
    wanted = await evaluator.wanted(facts)
  ) {
    const oids = wanted.map(({ oid }) => oid);
    await reader.fetch(gateway, [before, after], oids);
  }
  const evaluation = await evaluator.evaluate(facts);
  signal.throwIfAborted();
  return {
    evaluation,
    changedPaths: changedPaths(before, after),
    lines: linesWithFixes(after, evaluation.diagnostics),
    fixable: filesWithFixes(after, evaluation.diagnostics),
  };
}

function changedPaths(before: OpenTree, after: OpenTree): readonly string[] {
  const entries = (tree: OpenTree) =>
    new Map(tree.files.map((file) => [file.path, `${file.mode} ${file.oid}`]));
  const [old, now] = [entries(before), entries(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .sort();
}

function linesWithFixes(tree: OpenTree, diagnostics: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const oids = new Map(tree.files.map(({ path, oid }) => [path, oid]));
  const fixed = Map.groupBy(
    diagnostics.filter(({ fix }) => fix !== undefined).slice(0, MOST_FIXES),
    ({ file }) => file,
  );
  for (const [file, findings] of fixed) {
    const octets = tree.blobs.get(oids.get(file) ?? "");
    const text = textOf(octets)?.split("\n");
    if (octets === undefined || text === undefined) continue;
    // The first line is not the file's where a byte order mark comes before it: nobody may write it back so.
    const first = startsWithMark(octets) ? 2 : 1;
    for (const { fix } of findings) {
      for (const edit of fix!.edits) {
        // A line that is to be added is shown with the one above it.
        for (
          let line = Math.max(first, edit.line - 1);
          line <= Math.min(edit.endLine, edit.line + MOST_LINES);
          line += 1
        ) {
          const content = text[line - 1];
          if (content !== undefined) lines.set(lineKey(file, line), content);
        }
      }
    }
  }
  return lines;
}

function filesWithFixes(tree: OpenTree, diagnostics: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const files = new Set(diagnostics.filter(({ fix }) => fix !== undefined).map(({ file }) => file));
  return new Map(tree.files.filter(({ path }) => files.has(path)).map(({ path, oid }) => [path, oid]));
}

/** Findings whose fix is shown, and lines of one fix: more than that nobody reads. */
const MOST_FIXES = 200;
const MOST_LINES = 20;
