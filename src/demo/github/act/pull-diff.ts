import type { FileDiff } from "../git/diff.ts";
import type { PullCounts } from "../shape/pull.ts";
import type { Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";

/** The commit a pull request's diff starts from: where its head left the base. */
async function diffBase(repository: Repository, pull: Pull, head = pull.headSha): Promise<string> {
  return (await repository.objects.mergeBase(pull.baseSha, head)) ?? pull.baseSha;
}

/** The pull request's diff: from where it left the base to its head. */
export async function pullFiles(
  repository: Repository,
  pull: Pull,
  head = pull.headSha,
): Promise<FileDiff[]> {
  return await repository.objects.diff(await diffBase(repository, pull, head), head);
}

/** The pull request's commits, oldest first. */
export async function pullCommits(repository: Repository, pull: Pull): Promise<string[]> {
  return await repository.objects.revList("--topo-order", "--reverse", pull.headSha, `^${pull.baseSha}`);
}

export async function pullCounts(repository: Repository, pull: Pull): Promise<PullCounts> {
  const [files, commits] = await Promise.all([pullFiles(repository, pull), pullCommits(repository, pull)]);
  const sum = (of: (file: FileDiff) => number) => files.reduce((total, file) => total + of(file), 0);
  return {
    commits: commits.length,
    additions: sum(({ additions }) => additions),
    deletions: sum(({ deletions }) => deletions),
    changedFiles: files.length,
  };
}
