import { assertPath, resolve } from "../../act/commits.ts";
import { moveRef } from "../../act/refs.ts";
import { signatureOf } from "../../act/signature.ts";
import { ApiError, invalidField, notFound } from "../../api-error.ts";
import { isObjectId } from "../../git/object-reader.ts";
import { folderMode, type TreeEntry } from "../../git/tree.ts";
import { gitCommitShape } from "../../shape/commit.ts";
import { repositoryUrl } from "../../shape/repository.ts";
import { nodeId } from "../../shape/text.ts";
import type { Hub } from "../../state/hub.ts";
import type { Repository } from "../../state/repository.ts";
import type { Fields } from "../fields.ts";
import { type Reply, type RepositoryCall, type Route, reads, writes } from "../route.ts";

export const gitRoutes: readonly Route[] = [
  reads("contents", "/git/ref/:ref+", ({ hub, repository, parameters }) => ({
    body: refShape(hub, repository, knownRef(repository, `refs/${parameters.ref}`)),
  })),
  writes("contents", "write", "POST", "/git/refs", createRef),
  writes("contents", "write", "PATCH", "/git/refs/:ref+", updateRef),
  writes("contents", "write", "DELETE", "/git/refs/:ref+", async ({ hub, repository, actor, parameters }) => {
    const ref = `refs/${parameters.ref}`;
    if (!repository.refs.has(ref)) throw new ApiError(422, "Reference does not exist");
    await moveRef(hub, repository, ref, undefined, actor.account, { force: true });
    return { status: 204 };
  }),
  reads("contents", "/git/commits/:sha", async ({ hub, repository, parameters }) => {
    const commit = await repository.objects.commit(parameters.sha!);
    if (!commit) throw notFound();
    return { body: gitCommitShape(hub, repository, commit) };
  }),
  writes("contents", "write", "POST", "/git/commits", createCommit),
  reads("contents", "/git/trees/:sha+", getTree),
  writes("contents", "write", "POST", "/git/trees", createTree),
  reads("contents", "/git/blobs/:sha", getBlob),
  writes("contents", "write", "POST", "/git/blobs", async ({ hub, repository, body }) => {
    const encoding = body.choice("encoding", ["utf-8", "base64"]) ?? "utf-8";
    const sha = await repository.objects.writeBlob(Buffer.from(body.text("content"), encoding));
    return { status: 201, body: { sha, url: `${repositoryUrl(hub, repository)}/git/blobs/${sha}` } };
  }),
];

function knownRef(repository: Repository, ref: string): { ref: string; sha: string } {
  const sha = repository.refs.get(ref);
  if (sha === undefined) throw notFound();
  return { ref, sha };
}

function refShape(hub: Hub, repository: Repository, { ref, sha }: { ref: string; sha: string }) {
  const url = repositoryUrl(hub, repository);
  return {
    ref,
    node_id: nodeId("REF", `${repository.id}:${ref}`),
    url: `${url}/git/${ref}`,
    object: { type: "commit", sha, url: `${url}/git/commits/${sha}` },
  };
}

async function createRef({ hub, repository, actor, body }: RepositoryCall): Promise<Reply> {
  const ref = body.text("ref");
  if (!/^refs\/(heads|tags)\/./.test(ref)) {
    throw new ApiError(422, "Reference name must start with 'refs/' and contain at least two slashes.");
  }
  if (repository.refs.has(ref)) throw new ApiError(422, "Reference already exists");
  const sha = await commitNamed(repository, body);
  await moveRef(hub, repository, ref, sha, actor.account, { force: false });
  return { status: 201, body: refShape(hub, repository, { ref, sha }) };
}

async function updateRef({ hub, repository, actor, parameters, body }: RepositoryCall): Promise<Reply> {
  const ref = `refs/${parameters.ref}`;
  if (!repository.refs.has(ref)) throw new ApiError(422, "Reference does not exist");
  const sha = await commitNamed(repository, body);
  await moveRef(hub, repository, ref, sha, actor.account, { force: body.flag("force", false) });
  return { body: refShape(hub, repository, { ref, sha }) };
}

async function commitNamed(repository: Repository, body: Fields): Promise<string> {
  const sha = body.text("sha");
  if (!(await repository.objects.commit(sha))) throw new ApiError(422, "Object does not exist");
  return sha;
}

async function createCommit({ hub, repository, actor, body }: RepositoryCall): Promise<Reply> {
  const tree = body.text("tree");
  if ((await repository.objects.tree(tree))?.id !== tree) throw new ApiError(422, "Tree SHA does not exist");
  const parents = body.texts("parents") ?? [];
  for (const parent of parents) {
    if (!(await repository.objects.commit(parent)))
      throw new ApiError(422, "Parent SHA does not exist or is not a commit object");
  }
  const own = signatureOf(hub, actor.account);
  const person = (fields: Fields | undefined) =>
    fields && {
      name: fields.text("name"),
      email: fields.text("email"),
      at: Math.floor((fields.optionalMoment("date") ?? hub.clock.now()) / 1000),
    };
  const author = person(body.object("author")) ?? own;
  const committer = person(body.object("committer")) ?? author;
  const id = await repository.objects.writeCommit({
    tree,
    parents,
    author,
    committer,
    message: body.text("message"),
  });
  return { status: 201, body: gitCommitShape(hub, repository, await repository.objects.commitAt(id)) };
}

const mostEntries = 100_000;

async function getTree({ hub, repository, parameters, query }: RepositoryCall): Promise<Reply> {
  const id = (await resolve(repository, parameters.sha!)) ?? parameters.sha!;
  const tree = await repository.objects.tree(id);
  if (!tree) throw notFound();
  const entries = query.has("recursive")
    ? await repository.objects.walk(tree.id)
    : tree.entries.map(({ mode, name, id: entry }) => ({ path: name, mode, id: entry }));
  const shown = entries.slice(0, mostEntries);
  const tree_ = await Promise.all(shown.map(async (entry) => await entryShape(hub, repository, entry)));
  return {
    body: {
      sha: tree.id,
      url: `${repositoryUrl(hub, repository)}/git/trees/${tree.id}`,
      tree: tree_,
      truncated: entries.length > shown.length,
    },
  };
}

async function entryShape(
  hub: Hub,
  repository: Repository,
  { path, mode, id }: { path: string; mode: string; id: string },
) {
  const url = `${repositoryUrl(hub, repository)}/git`;
  if (mode === folderMode) return { path, mode: "040000", type: "tree", sha: id, url: `${url}/trees/${id}` };
  if (mode === "160000") return { path, mode, type: "commit", sha: id };
  const size = (await repository.objects.blob(id))?.length ?? 0;
  return { path, mode, type: "blob", sha: id, size, url: `${url}/blobs/${id}` };
}

async function createTree({ hub, repository, body }: RepositoryCall): Promise<Reply> {
  const base = body.optionalText("base_tree");
  const changes = new Map<string, Uint8Array | { mode: string; id: string } | undefined>();
  for (const entry of body.objects("tree")) {
    const path = entry.text("path");
    assertPath(path);
    changes.set(path, await treeChange(repository, entry));
  }
  if (base !== undefined && !(await repository.objects.tree(base)))
    throw new ApiError(422, "base_tree is not a tree");
  const sha = await repository.objects.editTree(base, changes);
  const entries: TreeEntry[] = (await repository.objects.tree(sha))?.entries ?? [];
  return {
    status: 201,
    body: {
      sha,
      url: `${repositoryUrl(hub, repository)}/git/trees/${sha}`,
      tree: await Promise.all(
        entries.map(
          async ({ name, mode, id }) => await entryShape(hub, repository, { path: name, mode, id }),
        ),
      ),
      truncated: false,
    },
  };
}

async function treeChange(
  repository: Repository,
  entry: Fields,
): Promise<{ mode: string; id: string } | undefined> {
  const mode = entry.choice("mode", ["100644", "100755", "040000", "160000", "120000"]) ?? "100644";
  const content = entry.optionalText("content");
  if (content !== undefined) return { mode, id: await repository.objects.writeBlob(Buffer.from(content)) };
  if (entry.raw("sha") === null) return undefined;
  const id = entry.text("sha");
  if (!isObjectId(id)) throw invalidField("Tree", "sha", "tree.sha is not a valid SHA", "invalid");
  return { mode: mode === "040000" ? folderMode : mode, id };
}

async function getBlob({ hub, repository, parameters, request }: RepositoryCall): Promise<Reply> {
  const sha = parameters.sha!;
  const content = await repository.objects.blob(sha);
  if (!content) throw notFound();
  if (/\braw\b/.test(request.headers.accept ?? "")) return { body: content };
  return {
    body: {
      sha,
      node_id: nodeId("B", sha),
      url: `${repositoryUrl(hub, repository)}/git/blobs/${sha}`,
      size: content.length,
      content: content.toString("base64"),
      encoding: "base64",
    },
  };
}
