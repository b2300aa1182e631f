import type { Signature } from "../git/commit.ts";
import { emptyTree } from "../git/objects.ts";
import { repositoryPage } from "../shape/repository.ts";
import { moment } from "../shape/text.ts";
import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { emit } from "./event.ts";

const noCommit = "0".repeat(40);

/** GitHub lists no more commits than this in a push event. */
const listed = 2048;

/** The push event: `before` undefined for a new ref, `after` undefined for one removed. */
export async function emitPush(
  hub: Hub,
  repository: Repository,
  ref: string,
  before: string | undefined,
  after: string | undefined,
  by: Account,
  forced: boolean,
): Promise<void> {
  const ids = after === undefined ? [] : await newCommits(repository, ref, before, after);
  const commits = await Promise.all(ids.slice(-listed).map((id) => pushedCommit(hub, repository, id)));
  const page = repositoryPage(hub, repository);
  emit(
    hub,
    repository,
    "push",
    undefined,
    {
      ref,
      before: before ?? noCommit,
      after: after ?? noCommit,
      created: before === undefined,
      deleted: after === undefined,
      forced,
      base_ref: null,
      compare: `${page}/compare/${(before ?? noCommit).slice(0, 12)}...${(after ?? noCommit).slice(0, 12)}`,
      commits,
      head_commit: after === undefined ? null : await pushedCommit(hub, repository, after),
      pusher: { name: by.login, email: by.email },
      // A push event gives these two as seconds, unlike all others.
      repository: {
        created_at: Math.floor(repository.createdAt / 1000),
        pushed_at: Math.floor(repository.pushedAt / 1000),
      },
    },
    by,
  );
}

/** Oldest first: what the ref has now and had not before; for a new branch what the default branch has not. */
async function newCommits(
  repository: Repository,
  ref: string,
  before: string | undefined,
  after: string,
): Promise<string[]> {
  const main = `refs/heads/${repository.defaultBranch}`;
  const since = before ?? (ref === main ? undefined : repository.refs.get(main));
  return await repository.objects.revList(
    "--topo-order",
    "--reverse",
    after,
    ...(since ? [`^${since}`] : []),
  );
}

async function pushedCommit(hub: Hub, repository: Repository, id: string) {
  const commit = await repository.objects.commitAt(id);
  const files = await repository.objects.diff(await parentTree(repository, commit.parents[0]), commit.tree);
  const paths = (...statuses: string[]) =>
    files.filter(({ status }) => statuses.includes(status)).map(({ path }) => path);
  const person = ({ name, email }: Signature) => {
    const account = hub.accountByEmail(email);
    return { name, email, ...(account ? { username: account.login } : {}) };
  };
  return {
    id,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: moment(commit.committer.at * 1000),
    url: `${repositoryPage(hub, repository)}/commit/${id}`,
    author: person(commit.author),
    committer: person(commit.committer),
    added: paths("added", "renamed"),
    removed: [
      ...paths("removed"),
      ...files.flatMap(({ previousPath }) => (previousPath === undefined ? [] : [previousPath])),
    ],
    modified: paths("modified"),
  };
}

async function parentTree(repository: Repository, parent: string | undefined): Promise<string> {
  return parent === undefined ? emptyTree : (await repository.objects.commitAt(parent)).tree;
}
