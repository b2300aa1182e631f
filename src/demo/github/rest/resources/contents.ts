import { assertPath, commitTo, resolve } from "../../act/commits.ts";
import { pageSignature, webFlowSignature } from "../../act/signature.ts";
import { ApiError, notFound } from "../../api-error.ts";
import type { PathEntry } from "../../git/objects.ts";
import { folderMode } from "../../git/tree.ts";
import { gitCommitShape } from "../../shape/commit.ts";
import { repositoryPage, repositoryUrl } from "../../shape/repository.ts";
import type { Hub } from "../../state/hub.ts";
import type { Repository } from "../../state/repository.ts";
import { type Reply, type RepositoryCall, type Route, reads, writes } from "../route.ts";

export const contentsRoutes: readonly Route[] = [
  reads("contents", "/contents", getContents),
  reads("contents", "/contents/", getContents),
  reads("contents", "/contents/:path+", getContents),
  writes("contents", "write", "PUT", "/contents/:path+", putFile),
];

/** Above this GitHub gives content only in raw form. */
const largestInline = 1024 * 1024;

async function getContents(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, parameters, query, request } = call;
  const ref = query.get("ref") ?? repository.defaultBranch;
  const commit = await resolve(repository, ref);
  if (commit === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`);
  const entry = await repository.objects.find(commit, (parameters.path ?? "").replace(/\/+$/, ""));
  if (!entry) throw notFound();
  if (entry.mode === folderMode) {
    const entries = (await repository.objects.tree(entry.id))?.entries ?? [];
    const below = entry.path === "" ? "" : `${entry.path}/`;
    const shapes = entries.map(
      async ({ name, mode, id }) => await entryShape(hub, repository, { path: below + name, mode, id }, ref),
    );
    return { body: await Promise.all(shapes) };
  }
  const content = (await repository.objects.blob(entry.id)) ?? Buffer.alloc(0);
  if (/\braw\b/.test(request.headers.accept ?? "")) return { body: content };
  const shape = await entryShape(hub, repository, entry, ref);
  if (shape.type === "symlink") return { body: { ...shape, target: content.toString("utf8") } };
  return { body: { ...shape, ...inline(content) } };
}

function inline(content: Buffer): { content: string; encoding: string } {
  return content.length > largestInline
    ? { content: "", encoding: "none" }
    : { content: content.toString("base64").replace(/.{60}/g, "$&\n"), encoding: "base64" };
}

async function entryShape(hub: Hub, repository: Repository, entry: PathEntry, ref: string) {
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  const url = `${repositoryUrl(hub, repository)}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const folder = entry.mode === folderMode;
  const git = `${repositoryUrl(hub, repository)}/git/${folder ? "trees" : "blobs"}/${entry.id}`;
  const page = `${repositoryPage(hub, repository)}/${folder ? "tree" : "blob"}/${ref}/${path}`;
  return {
    type: folder
      ? "dir"
      : entry.mode === "120000"
        ? "symlink"
        : entry.mode === "160000"
          ? "submodule"
          : "file",
    name: entry.path.split("/").at(-1) ?? "",
    path: entry.path,
    sha: entry.id,
    size: folder ? 0 : ((await repository.objects.blob(entry.id))?.length ?? 0),
    url,
    html_url: page,
    git_url: git,
    download_url: folder ? null : `${repositoryPage(hub, repository)}/raw/${ref}/${path}`,
    _links: { self: url, git, html: page },
  };
}

async function putFile(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, actor, parameters, body } = call;
  const path = parameters.path!;
  assertPath(path);
  const branch = body.optionalText("branch") ?? repository.defaultBranch;
  const parent = repository.branch(branch);
  if (parent === undefined) throw new ApiError(404, `Branch ${branch} not found`);
  const present = await repository.objects.find(parent, path);
  const sha = body.optionalText("sha");
  if (present && sha === undefined)
    throw new ApiError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.', { errors: [] });
  if (present && present.id !== sha) throw new ApiError(409, `${path} does not match ${sha}`);
  const id = await commitTo(hub, repository, {
    branch,
    parent,
    message: body.text("message"),
    changes: new Map([[path, Buffer.from(body.text("content"), "base64")]]),
    author: pageSignature(hub, actor.account),
    committer: webFlowSignature(hub),
    by: actor.account,
    force: false,
  });
  const entry = (await repository.objects.find(id, path))!;
  return {
    status: present ? 200 : 201,
    body: {
      content: await entryShape(hub, repository, entry, branch),
      commit: gitCommitShape(hub, repository, await repository.objects.commitAt(id)),
    },
  };
}
