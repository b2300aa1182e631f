import { UsageError } from "../base/index.ts";
import { REPOSITORY_CONFIG_FILE, type RepositoryConfig } from "../config/index.ts";
import { formatDiagnostics } from "../diagnostic/index.ts";
import { type Evaluation, EvaluationThreads, type Facts, type ZoneCache } from "../evaluation/index.ts";
import type { Output } from "./output.ts";
import { textOfOctets } from "./reading.ts";
import { loadWanted, type SourceTree } from "./source-tree.ts";
import type { Workspace } from "./workspace.ts";

export interface Judging {
  readonly before?: SourceTree | undefined;
  readonly after: SourceTree;
  /** Used instead of the config file of `after`. */
  readonly config?: RepositoryConfig | undefined;
  /** Zones parsed before in this run. */
  readonly cache: ZoneCache;
  /** Whether each zone's canonical text is wanted. */
  readonly texts?: boolean;
}

/** Judges a tree by its own rules, as the bot judges a base branch. Throws UsageError where its config cannot be used. */
export async function judge(judging: Judging, output: Output): Promise<Evaluation> {
  const { before, after, config, cache, texts = false } = judging;
  const facts: Facts = {
    now: Date.now(),
    before,
    after,
    rules: "after",
    texts,
    ...(config && { repositoryConfig: config }),
  };
  output.progress("reading zones");
  const threads = new EvaluationThreads(facts, cache, {
    onProgress: (doing, done, total) => output.progress(`${doing} zones: ${done} of ${total}`),
  });
  try {
    await loadWanted(threads, before ? [before, after] : [after]);
    const evaluation = await threads.evaluate();
    if (evaluation.configProblem !== undefined) throw unusableConfig(evaluation, after);
    return evaluation;
  } finally {
    await threads.close();
  }
}

/** A bare repository has no files to look at. Throws UsageError with what can be done instead. */
export function refuseBare({ bare, root }: Workspace, remedy: string): void {
  if (bare) throw new UsageError(`reading ${root}`, "it is a bare repository, without files", remedy);
}

/** The text of a tree's files, as far as they were read. */
export function sourceOf(tree: SourceTree): (file: string) => string | undefined {
  const oids = new Map(tree.files.map(({ path, oid }) => [path, oid]));
  return (file) => {
    const octets = tree.blobs.get(oids.get(file) ?? "");
    return octets && textOfOctets(octets);
  };
}

function unusableConfig(evaluation: Evaluation, tree: SourceTree): UsageError {
  const about = evaluation.diagnostics.filter(({ file }) => file === REPOSITORY_CONFIG_FILE);
  const told = formatDiagnostics(about, "text", { source: sourceOf(tree) }).trimEnd();
  return new UsageError("reading the repository's config", `it cannot be used\n${told}`);
}
