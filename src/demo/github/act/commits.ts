import { UsageError } from "../../../base/index.ts";
import { ApiError } from "../api-error.ts";
import type { Signature } from "../git/commit.ts";
import type { TreeChanges } from "../git/objects.ts";
import type { FileChanges } from "../options.ts";
import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import { branchRef, type Fork } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { moveRef } from "./refs.ts";

export interface CommitRequest {
  readonly branch: string;
  readonly fork?: Fork | undefined;
  readonly parent: string | undefined;
  /** The tree to change; default the parent's. */
  readonly base?: string;
  readonly message: string;
  readonly changes: TreeChanges;
  readonly author: Signature;
  readonly committer: Signature;
  readonly by: Account;
  readonly force: boolean;
}

/** Makes a commit on top of `parent` and points the branch at it. Its id. */
export async function commitTo(hub: Hub, repository: Repository, request: CommitRequest): Promise<string> {
  const { objects } = repository;
  for (const path of request.changes.keys()) assertPath(path);
  const tree = await objects.editTree(request.base ?? request.parent, request.changes);
  const id = await objects.writeCommit({
    tree,
    parents: request.parent === undefined ? [] : [request.parent],
    author: request.author,
    committer: request.committer,
    message: request.message,
  });
  const ref = branchRef(request.fork, request.branch);
  await moveRef(hub, repository, ref, id, request.by, { force: request.force });
  return id;
}

/** Files as a person names them, as changes to a tree. */
export function treeChanges(files: FileChanges): TreeChanges {
  return new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      content === null ? undefined : typeof content === "string" ? Buffer.from(content) : content,
    ]),
  );
}

/** The commit that a branch, a tag, a full ref or an id names; undefined if none. */
export async function resolve(repository: Repository, name: string): Promise<string | undefined> {
  const ref =
    repository.refs.get(`refs/heads/${name}`) ??
    repository.refs.get(`refs/tags/${name}`) ??
    repository.refs.get(name.startsWith("refs/") ? name : `refs/${name}`);
  if (ref !== undefined) return ref;
  return (await repository.objects.commit(name))?.id;
}

/** The commit that a name stands for. Throws UsageError if none. */
export async function resolveKnown(repository: Repository, name: string): Promise<string> {
  const commit = await resolve(repository, name);
  if (commit === undefined) {
    throw new UsageError(`finding ${name} in ${repository.fullName}`, "there is no such branch or commit");
  }
  return commit;
}

/** Refuses paths that no tree may hold. */
export function assertPath(path: string): void {
  const parts = path.split("/");
  if (
    parts.some((part) => part === "" || part === "." || part === ".." || part.toLowerCase() === ".git") ||
    path.includes("\0")
  ) {
    throw new ApiError(422, "path contains a malformed path component");
  }
}
