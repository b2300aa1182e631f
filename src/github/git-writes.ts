import { z } from "zod";
import { anything, objectId } from "./answers.ts";
import type { RepositoryGateway } from "./gateway.ts";
import type { RepositoryCalls } from "./repository-calls.ts";

type GitWrites = Pick<RepositoryGateway, "createBlob" | "createTree" | "createCommit" | "advanceBranch">;

const madeObject = z.object({ sha: objectId }).transform(({ sha }) => sha);

/** Making git objects, and moving a branch to what was made. */
export function gitWrites({ calls, where, name }: RepositoryCalls): GitWrites {
  return {
    createBlob: (octets) =>
      calls.write(
        `storing ${octets.length} octets in ${name}`,
        (octokit, options) =>
          octokit.rest.git.createBlob({
            ...where,
            content: Buffer.from(octets).toString("base64"),
            encoding: "base64",
            ...options,
          }),
        madeObject,
      ),

    createTree: (base, files) =>
      calls.write(
        `making a tree from ${base} in ${name}`,
        (octokit, options) =>
          octokit.rest.git.createTree({
            ...where,
            base_tree: base,
            tree: files.map(({ path, oid, mode }) => ({
              path,
              mode: mode === "100755" ? mode : "100644",
              type: "blob",
              sha: oid,
            })),
            ...options,
          }),
        madeObject,
      ),

    // Without author and committer it is the App's own, which GitHub signs.
    createCommit: ({ message, tree, parent }) =>
      calls.write(
        `making a commit on ${parent} in ${name}`,
        (octokit, options) =>
          octokit.rest.git.createCommit({ ...where, message, tree, parents: [parent], ...options }),
        madeObject,
      ),

    async advanceBranch(ref, sha) {
      await calls.write(
        `moving ${ref} to ${sha} in ${name}`,
        (octokit, options) =>
          octokit.rest.git.updateRef({ ...where, ref: `heads/${ref}`, sha, force: false, ...options }),
        anything,
      );
    },
  };
}
