import { createHash } from "node:crypto";
import { z } from "zod";
import { objectId } from "./answers.ts";
import { GitHubRefused, GitHubUnavailable } from "./errors.ts";
import type { RepositoryGateway, TreeFile } from "./gateway.ts";
import type { RepositoryCalls } from "./repository-calls.ts";

type GitObjects = Pick<RepositoryGateway, "branchTip" | "commit" | "tree" | "blob">;

const MOST_FILES = 200_000;
const MOST_TREES = 5_000;

/** Reading git by object id: what an id names never changes, so it may be cached for ever. */
export function gitObjects({ calls, where, name }: RepositoryCalls): GitObjects {
  const commit: GitObjects["commit"] = (sha) =>
    calls.read(
      `reading commit ${sha} of ${name}`,
      (octokit, options) => octokit.rest.git.getCommit({ ...where, commit_sha: sha, ...options }),
      commitAnswer,
    );

  return {
    commit,

    async branchTip(ref) {
      const full = `refs/heads/${ref}`;
      const doing = `reading the tip of ${ref} in ${name}`;
      const tip = await calls.read(
        doing,
        (octokit, options) => octokit.rest.git.getRef({ ...where, ref: `heads/${ref}`, ...options }),
        z.object({ ref: z.literal(full), object: z.object({ type: z.literal("commit"), sha: objectId }) }),
      );
      const { sha, tree } = await commit(tip.object.sha);
      return { sha, tree };
    },

    async tree(sha) {
      const doing = `reading tree ${sha} of ${name}`;
      const whole = await readTree(sha, true);
      if (!whole.truncated) return files(whole.tree, "");
      return walk(doing, sha, async (tree) => {
        const part = await readTree(tree, false);
        if (part.truncated) throw tooLarge(doing);
        return part.tree;
      });
    },

    async blob(oid) {
      const doing = `reading blob ${oid} of ${name}`;
      const { content } = await calls.read(
        doing,
        (octokit, options) => octokit.rest.git.getBlob({ ...where, file_sha: oid, ...options }),
        blobAnswer,
      );
      const octets = Buffer.from(content, "base64");
      if (blobId(octets, oid.length) !== oid) {
        throw new GitHubUnavailable(doing, "what arrived is not what the id names", { uncertain: false });
      }
      return octets;
    },
  };

  function readTree(sha: string, recursive: boolean): Promise<z.infer<typeof treeAnswer>> {
    return calls.read(
      `reading tree ${sha} of ${name}`,
      (octokit, options) =>
        octokit.rest.git.getTree({
          ...where,
          tree_sha: sha,
          ...(recursive && { recursive: "1" }),
          ...options,
        }),
      treeAnswer,
    );
  }
}

type Entry = z.infer<typeof treeAnswer>["tree"][number];

/** A tree too large for one answer, folder by folder. */
async function walk(
  doing: string,
  root: string,
  entriesOf: (tree: string) => Promise<readonly Entry[]>,
): Promise<readonly TreeFile[]> {
  const found: TreeFile[] = [];
  const folders = [{ sha: root, path: "" }];
  for (let read = 0; read < folders.length; read += 1) {
    const folder = folders[read]!;
    const entries = await entriesOf(folder.sha);
    found.push(...files(entries, folder.path));
    folders.push(
      ...entries
        .filter(({ type }) => type === "tree")
        .map(({ sha, path }) => ({ sha, path: `${folder.path}${path}/` })),
    );
    if (folders.length > MOST_TREES || found.length > MOST_FILES) throw tooLarge(doing);
  }
  return found;
}

function files(entries: readonly Entry[], folder: string): TreeFile[] {
  return entries
    .filter(({ type }) => type !== "tree")
    .map(({ path, sha, mode, size }) => ({
      path: folder + path,
      oid: sha,
      mode,
      ...(size !== undefined && { size }),
    }));
}

function tooLarge(doing: string): GitHubRefused {
  return new GitHubRefused(doing, "it holds more files than can be read completely", {
    status: undefined,
    reason: "too-large",
  });
}

/** The id git gives a blob; 64 hex digits mean a repository of SHA-256 objects. */
function blobId(octets: Uint8Array, digits: number): string {
  const hash = createHash(digits === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${octets.length}\0`).update(octets).digest("hex");
}

const commitAnswer = z
  .object({
    sha: objectId,
    tree: z.object({ sha: objectId }),
    parents: z.array(z.object({ sha: objectId })),
    message: z.string(),
  })
  .transform(({ sha, tree, parents, message }) => ({
    sha,
    tree: tree.sha,
    parents: parents.map((parent) => parent.sha),
    message,
  }));

const treeAnswer = z.object({
  truncated: z.boolean(),
  tree: z.array(
    z.object({
      path: z.string().min(1),
      mode: z.string(),
      type: z.enum(["blob", "tree", "commit"]),
      sha: objectId,
      size: z.int().min(0).optional(),
    }),
  ),
});

const blobAnswer = z.object({ content: z.string(), encoding: z.literal("base64") });
