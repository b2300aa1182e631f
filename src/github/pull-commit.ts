import { z } from "zod";
import type { PullCommit } from "../pull/index.ts";
import { actor, objectId } from "./answers.ts";

const GITHUB_LOGIN = "web-flow";

/**
 * A commit of a pull request as GitHub lists it. Any line that looks like a Co-authored-by trailer counts, in the
 * last paragraph or not: one author too many is the safe error.
 */
export const pullCommit = z
  .object({
    sha: objectId,
    author: actor,
    committer: actor,
    commit: z.object({
      message: z.string(),
      verification: z.object({ verified: z.boolean() }).nullish(),
    }),
  })
  .transform(
    ({ sha, author, committer, commit }): PullCommit => ({
      sha,
      author,
      committer,
      coAuthorEmails: coAuthorEmails(commit.message),
      // Anyone can write GitHub's address into a commit; its signature they cannot make.
      committedByGitHub: committer?.login === GITHUB_LOGIN && commit.verification?.verified === true,
    }),
  );

function coAuthorEmails(message: string): string[] {
  const trailers = message.matchAll(/^[ \t]*co-authored-by[ \t]*:[^<\n]*<([^<>\n]*)>/gim);
  return [...new Set([...trailers].map((trailer) => trailer[1]!.trim().toLowerCase()))];
}
