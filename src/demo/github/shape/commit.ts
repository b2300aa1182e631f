import type { Commit, Signature } from "../git/commit.ts";
import type { FileDiff } from "../git/diff.ts";
import type { Hub } from "../state/hub.ts";
import type { Repository } from "../state/repository.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { moment, nodeId } from "./text.ts";
import { userShape } from "./user.ts";

const unsigned = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

function signature({ name, email, at }: Signature) {
  return { name, email, date: moment(at * 1000) };
}

/** A commit as the git database API gives it. */
export function gitCommitShape(hub: Hub, repository: Repository, commit: Commit) {
  const url = repositoryUrl(hub, repository);
  const page = repositoryPage(hub, repository);
  return {
    sha: commit.id,
    node_id: nodeId("C", commit.id),
    url: `${url}/git/commits/${commit.id}`,
    html_url: `${page}/commit/${commit.id}`,
    author: signature(commit.author),
    committer: signature(commit.committer),
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
    verification: unsigned,
  };
}

/** A commit as the commits and pulls APIs list it, with the accounts its addresses belong to. */
export function commitShape(hub: Hub, repository: Repository, commit: Commit) {
  const url = repositoryUrl(hub, repository);
  const page = repositoryPage(hub, repository);
  const account = (email: string) => {
    const found = hub.accountByEmail(email);
    return found ? userShape(hub, found) : null;
  };
  return {
    sha: commit.id,
    node_id: nodeId("C", commit.id),
    commit: {
      author: signature(commit.author),
      committer: signature(commit.committer),
      message: commit.message,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      url: `${url}/git/commits/${commit.id}`,
      comment_count: 0,
      verification: unsigned,
    },
    url: `${url}/commits/${commit.id}`,
    html_url: `${page}/commit/${commit.id}`,
    comments_url: `${url}/commits/${commit.id}/comments`,
    author: account(commit.author.email),
    committer: account(commit.committer.email),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`,
    })),
  };
}

/** One changed file; `at` is the commit it is seen from. */
export function fileShape(hub: Hub, repository: Repository, file: FileDiff, at: string) {
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  const page = repositoryPage(hub, repository);
  return {
    sha: file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${at}/${path}`,
    raw_url: `${page}/raw/${at}/${path}`,
    contents_url: `${repositoryUrl(hub, repository)}/contents/${path}?ref=${at}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}
