import { mergePull, updateBranch } from "../../act/merge.ts";
import { pullCommits, pullCounts, pullFiles } from "../../act/pull-diff.ts";
import { changePull, openPull } from "../../act/pulls.ts";
import { renewTestMerge } from "../../act/test-merge.ts";
import { ApiError, notFound } from "../../api-error.ts";
import { commitShape, fileShape } from "../../shape/commit.ts";
import { fullPullShape, pullShape } from "../../shape/pull.ts";
import { repositoryUrl } from "../../shape/repository.ts";
import type { Pull } from "../../state/pull.ts";
import { mayWrite } from "../../state/repository.ts";
import { paged, pagedAsync } from "../paging.ts";
import { type Reply, type RepositoryCall, type Route, reads, writes } from "../route.ts";

const one = "/pulls/:number";
/** GitHub lists no more of a pull request than this. */
const mostFiles = 3000;
const mostCommits = 250;

export const pullRoutes: readonly Route[] = [
  reads("pull_requests", "/pulls", listPulls),
  writes("pull_requests", "read", "POST", "/pulls", createPull),
  reads("pull_requests", one, getPull),
  writes("pull_requests", "read", "PATCH", one, editPull),
  reads("pull_requests", `${one}/files`, async (call) => {
    const pull = pullOf(call);
    const files = (await pullFiles(call.repository, pull)).slice(0, mostFiles);
    return paged(call, files, (file) => fileShape(call.hub, call.repository, file, pull.headSha));
  }),
  reads("pull_requests", `${one}/commits`, async (call) => {
    const { hub, repository } = call;
    const ids = (await pullCommits(repository, pullOf(call))).slice(0, mostCommits);
    return await pagedAsync(call, ids, async (id) =>
      commitShape(hub, repository, await repository.objects.commitAt(id)),
    );
  }),
  writes("contents", "write", "PUT", `${one}/merge`, merge),
  writes("pull_requests", "write", "PUT", `${one}/update-branch`, async (call) => {
    const pull = pullOf(call);
    await updateBranch(
      call.hub,
      call.repository,
      pull,
      call.actor.account,
      call.body.optionalText("expected_head_sha"),
    );
    return {
      status: 202,
      body: {
        message: "Updating pull request branch.",
        url: `${repositoryUrl(call.hub, call.repository)}/pulls/${pull.number}`,
      },
    };
  }),
];

/** The pull request of a path. Throws ApiError 404. */
export function pullOf(call: RepositoryCall): Pull {
  const pull = call.repository.pulls.get(Number(call.parameters.number));
  if (!pull) throw notFound();
  return pull;
}

function listPulls(call: RepositoryCall): Reply {
  const { hub, repository, query } = call;
  const state = query.get("state") ?? "open";
  const head = query.get("head")?.replace(`${repository.owner.login}:`, "");
  const base = query.get("base");
  const byUpdate = query.get("sort") === "updated";
  const ascending = (query.get("direction") ?? (query.get("sort") ? "asc" : "desc")) === "asc";
  const found = [...repository.pulls.values()]
    .filter((pull) => state === "all" || pull.state === state)
    .filter(
      ({ fork, headRef }) =>
        head === undefined || (fork ? `${fork.owner.login}:${headRef}` : headRef) === head,
    )
    .filter((pull) => base === null || pull.baseRef === base)
    .sort((a, b) => (byUpdate ? a.updatedAt - b.updatedAt : 0) || a.number - b.number);
  if (!ascending) found.reverse();
  return paged(call, found, (pull) => pullShape(hub, repository, pull));
}

async function createPull({ hub, repository, actor, body }: RepositoryCall): Promise<Reply> {
  const pull = await openPull(hub, repository, actor.account, {
    head: body.text("head"),
    base: body.text("base"),
    title: body.text("title"),
    body: body.optionalText("body") ?? null,
    draft: body.flag("draft", false),
  });
  return { status: 201, body: await fullShape({ hub, repository }, pull) };
}

async function getPull(call: RepositoryCall): Promise<Reply> {
  const pull = pullOf(call);
  const body = await fullShape(call, pull);
  renewTestMerge(call.hub, call.repository, pull);
  return { body };
}

async function editPull(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, actor, body } = call;
  const pull = pullOf(call);
  const own = actor.account.id === pull.author.id;
  if (call.caller.kind === "person" && !own && !mayWrite(repository.roleOf(actor.account))) {
    throw new ApiError(403, "Must have push access to repository");
  }
  await changePull(hub, repository, pull, actor.account, {
    title: body.optionalText("title"),
    body: body.has("body") ? (body.optionalText("body") ?? null) : undefined,
    base: body.optionalText("base"),
    state: body.choice("state", ["open", "closed"]),
  });
  return { body: await fullShape(call, pull) };
}

async function merge(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, actor, body } = call;
  const method = body.choice("merge_method", ["merge", "squash", "rebase"]) ?? "merge";
  if (method !== "merge") throw new ApiError(405, `${method} merges are not allowed on this repository.`);
  const sha = await mergePull(hub, repository, pullOf(call), actor.account, {
    sha: body.optionalText("sha"),
    title: body.optionalText("commit_title"),
    message: body.optionalText("commit_message"),
  });
  return { body: { sha, merged: true, message: "Pull Request successfully merged" } };
}

async function fullShape(
  { hub, repository }: Pick<RepositoryCall, "hub" | "repository">,
  pull: Pull,
): Promise<unknown> {
  return fullPullShape(hub, repository, pull, await pullCounts(repository, pull));
}
