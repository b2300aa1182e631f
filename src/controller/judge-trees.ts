import type { Evaluation, Facts } from "../evaluation/index.ts";
import type { BoundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import type { OpenTree } from "./tree-reader.ts";

export interface TreesToJudge {
  /** Tree the change lands on, and whose rules judge. */
  readonly before: string;
  /** Tree that would be deployed. */
  readonly after: string;
  readonly texts: boolean;
  /** True for what a branch or a deployment waits for. */
  readonly urgent: boolean;
}

export interface JudgedTrees {
  readonly evaluation: Evaluation;
  /** Paths that differ between the two trees, either side of a rename included. */
  readonly changedPaths: readonly string[];
  /** A line of a file of the `after` tree, 1-based; undefined where the file was not read. */
  line(file: string, line: number): string | undefined;
}

/**
 * Reads what is needed of two trees, only that and only once, and has them judged in the evaluator's thread. Throws
 * the signal's reason once the work has to end: an evaluation cut short then is nobody's verdict.
 */
export async function judgeTrees(
  controller: Controller,
  { gateway, binding, signal }: BoundBranch,
  trees: TreesToJudge,
): Promise<JudgedTrees> {
  const { reader, evaluators, clock } = controller;
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
  };
  for (
    let wanted = await evaluator.wanted(facts);
    wanted.length > 0;
    wanted = await evaluator.wanted(facts)
  ) {
    await reader.fetch(
      gateway,
      [before, after],
      wanted.map(({ oid }) => oid),
    );
  }
  const evaluation = await evaluator.evaluate(facts);
  signal.throwIfAborted();
  return {
    evaluation,
    changedPaths: changedPaths(before, after),
    line: (file, line) => lineOf(after, file, line),
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

function lineOf(tree: OpenTree, file: string, line: number): string | undefined {
  const oid = tree.files.find(({ path }) => path === file)?.oid;
  const octets = oid === undefined ? undefined : tree.blobs.get(oid);
  return octets && new TextDecoder().decode(octets).split("\n")[line - 1]?.replace(/\r$/, "");
}
