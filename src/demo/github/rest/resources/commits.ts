import { resolve } from "../../act/commits.ts";
import { pullCommits } from "../../act/pull-diff.ts";
import { ApiError, notFound } from "../../api-error.ts";
import { emptyTree } from "../../git/objects.ts";
import { commitShape, fileShape } from "../../shape/commit.ts";
import { pullShape } from "../../shape/pull.ts";
import { repositoryPage, repositoryUrl } from "../../shape/repository.ts";
import type { Pull } from "../../state/pull.ts";
import type { Repository } from "../../state/repository.ts";
import { pageAsked, paged, pagedAsync } from "../paging.ts";
import { type Reply, type RepositoryCall, type Route, reads } from "../route.ts";

export const commitRoutes: readonly Route[] = [
  reads("contents", "/commits", listCommits),
  reads("pull_requests", "/commits/:sha/pulls", listPulls),
  reads("contents", "/commits/:ref+", getCommit),
  reads("contents", "/compare/:basehead+", compare),
];

async function listCommits(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, query } = call;
  const from = await commitFor(repository, query.get("sha") ?? repository.defaultBranch);
  const bounds = ["since", "until"].flatMap((name) => {
    const at = Date.parse(query.get(name) ?? "");
    return Number.isNaN(at) ? [] : [`--${name}=${new Date(at).toISOString()}`];
  });
  const path = query.get("path");
  const ids = await repository.objects.revList(...bounds, from, ...(path ? ["--", path] : []));
  return await pagedAsync(call, ids, async (id) =>
    commitShape(hub, repository, await repository.objects.commitAt(id)),
  );
}

/** Open pull requests a commit is part of; for one that is in the default branch, the pull requests that brought it. */
async function listPulls(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, parameters } = call;
  const sha = await commitFor(repository, parameters.sha!);
  const found: Pull[] = [];
  for (const pull of repository.pulls.values()) {
    const holds =
      pull.headSha === sha || pull.merged?.sha === sha || (await pullCommits(repository, pull)).includes(sha);
    if (holds) found.push(pull);
  }
  return paged(call, found, (pull) => pullShape(hub, repository, pull));
}

const mostFiles = 300;
const mostCommits = 250;

async function getCommit({ hub, repository, parameters }: RepositoryCall): Promise<Reply> {
  const id = await commitFor(repository, parameters.ref!);
  const commit = await repository.objects.commitAt(id);
  const files = await repository.objects.diff(commit.parents[0] ?? emptyTree, id);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    body: {
      ...commitShape(hub, repository, commit),
      stats: { additions, deletions, total: additions + deletions },
      files: files.slice(0, mostFiles).map((file) => fileShape(hub, repository, file, id)),
    },
  };
}

async function compare(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, parameters } = call;
  const [base, head] = await Promise.all(
    splitRange(parameters.basehead!).map(async (name) => await commitFor(repository, name)),
  );
  const { objects } = repository;
  const mergeBase = await objects.mergeBase(base!, head!);
  if (mergeBase === undefined) throw new ApiError(404, `No common ancestor between ${base} and ${head}.`);
  const ahead = await objects.revList("--topo-order", "--reverse", head!, `^${base}`);
  const behind = await objects.revList(base!, `^${head}`);
  const { size, page } = call.query.has("per_page") ? pageAsked(call) : { size: mostCommits, page: 1 };
  const shape = async (id: string) => commitShape(hub, repository, await objects.commitAt(id));
  const url = `${repositoryUrl(hub, repository)}/compare/${parameters.basehead}`;
  const html = `${repositoryPage(hub, repository)}/compare/${parameters.basehead}`;
  return {
    body: {
      url,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: await shape(base!),
      merge_base_commit: await shape(mergeBase),
      status: comparison(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: await Promise.all(ahead.slice((page - 1) * size, page * size).map(shape)),
      files: (await objects.diff(mergeBase, head!))
        .slice(0, mostFiles)
        .map((file) => fileShape(hub, repository, file, head!)),
    },
  };
}

function comparison(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return "diverged";
  return ahead > 0 ? "ahead" : behind > 0 ? "behind" : "identical";
}

function splitRange(basehead: string): [string, string] {
  const [base, head] = basehead.split("...");
  if (!base || !head) throw notFound();
  return [base, head];
}

async function commitFor(repository: Repository, name: string): Promise<string> {
  const id = await resolve(repository, name);
  if (id === undefined) throw new ApiError(422, `No commit found for SHA: ${name}`);
  return id;
}
