import {
  type CheckResult,
  CodeMemo,
  type LoadedChecks,
  type Resolvers,
  runChecks,
  type ServedAnswers,
  type ServedQuestion,
  servedKey,
  servedResolver,
} from "../checks/index.ts";
import { compareDiagnostics, type Diagnostic } from "../diagnostic/index.ts";
import type { Name } from "../dns/index.ts";
import { type CodeFacts, runCodeChecks } from "./code-checks.ts";
import type { Facts, TreeFile } from "./facts.ts";
import { checkFiles, loadTreeChecks, resolversOf } from "./gate.ts";
import { checksOfViews, resultOfViews, withElsewhere } from "./served-views.ts";
import { readSettings } from "./settings.ts";
import { Tree } from "./tree.ts";
import type { ZoneCache } from "./zone-cache.ts";
import { loadZones } from "./zones.ts";

/** What is known of one nameserver. */
export interface ServedFacts {
  readonly answers: ServedAnswers;
  /** The views whose answers it gives. */
  readonly views: readonly string[];
}

/** The checks of a tree over what a nameserver serves, as far as its answers are known. */
export interface ServedChecks {
  readonly results: readonly CheckResult[];
  /** What to ask it before the results count, each once. */
  readonly unanswered: readonly ServedQuestion[];
  /** Files that are read with those answers and whose content is not at hand. */
  readonly wanted: readonly TreeFile[];
  /** The tree's zones. */
  readonly zones: readonly { readonly name: Name; readonly view: string }[];
  /** What is wrong with the files of checks themselves: those checks are not among the results. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why nothing could be run. */
  readonly fault?: string;
}

/**
 * Runs the checks of the `after` tree over what a nameserver said. Those of views that it does not answer for, and those
 * that compare views it has not all of, are left out.
 */
export function runServedChecks(
  facts: Facts,
  { answers, views }: ServedFacts,
  cache: ZoneCache,
): ServedChecks {
  const tree = new Tree(facts.after);
  const { config, problem } = readSettings(tree, tree, facts.repositoryConfig);
  if (problem !== undefined) return unrun(problem);
  const { zones } = loadZones(tree, config, cache);
  const unanswered = new Map<string, ServedQuestion>();
  const all = [...new Set(zones.map(({ view }) => view))];
  const served: Resolvers = new Map(
    [...Map.groupBy(zones, ({ view }) => view)]
      .filter(([view]) => views.includes(view))
      .map(([view, ofView]) => [
        view,
        servedResolver(ofView, answers, (question) => void unanswered.set(servedKey(question), question)),
      ]),
  );
  const written = loadTreeChecks(tree, config.checks, resolversOf(zones));
  const code = runCode(tree, checkFiles(tree, config.checks), written, {
    sandbox: cache.sandbox,
    // What was true of one server's answers need not be of another's.
    memo: new CodeMemo(),
    judged: tree,
    zones,
    resolvers: withElsewhere(served, all),
  });
  const others = all.filter((view) => !served.has(view));
  const results = [
    ...runChecks(checksOfViews(written.checks, served, all), served, { now: facts.now }),
    ...code.results.flatMap((result) => resultOfViews(result, others) ?? []),
  ];
  return {
    // What they looked at is of no use in another thread.
    results: results.map((result) => ({ ...result, touched: [] })),
    unanswered: [...unanswered.values()],
    wanted: tree.wanted,
    zones: zones.map(({ name, view }) => ({ name, view })),
    diagnostics: [...written.diagnostics, ...code.diagnostics, ...tree.problems()].sort(compareDiagnostics),
  };
}

function runCode(
  tree: Tree,
  files: readonly string[],
  written: LoadedChecks,
  facts: CodeFacts,
): { readonly results: readonly CheckResult[]; readonly diagnostics: readonly Diagnostic[] } {
  const taken = new Map(written.checks.map(({ slug, span }) => [slug, span.file]));
  const { checks, diagnostics } = runCodeChecks(tree, files, facts, taken);
  return { results: checks.map(({ result }) => result), diagnostics };
}

/** What is known where nothing could be run. */
export function unrun(fault: string): ServedChecks {
  return { results: [], unanswered: [], wanted: [], zones: [], diagnostics: [], fault };
}
