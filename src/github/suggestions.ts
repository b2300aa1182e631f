import { z } from "zod";
import { created, isOurs, madeBy, numericId, objectId } from "./answers.ts";
import { cutText } from "./cut.ts";
import { GitHubRefused } from "./errors.ts";
import type { LineComment, RepositoryGateway } from "./gateway.ts";
import type { RepositoryCalls } from "./repository-calls.ts";

type Suggestions = Pick<RepositoryGateway, "pullFiles" | "createReview" | "findReview">;

/** GitHub takes 65,536 characters; counted in octets this stays below it however it counts. */
const LONGEST = 65_000;
/** GitHub lists no more files of a pull request than this. */
const LISTED_FILES = 3_000;

/** Comments on the lines of a pull request's diff. */
export function suggestions({ calls, where, name, own }: RepositoryCalls): Suggestions {
  return {
    async pullFiles(number) {
      const doing = `listing the files of ${name}#${number}`;
      const files = await calls.pages(
        doing,
        (page) => (octokit, options) =>
          octokit.rest.pulls.listFiles({ ...where, pull_number: number, ...page, ...options }),
        z.array(fileAnswer),
      );
      if (files.length < LISTED_FILES) return files;
      throw new GitHubRefused(doing, `GitHub lists no more than ${LISTED_FILES}`, {
        status: undefined,
        reason: "too-large",
      });
    },

    createReview: (number, { commit, body, comments }) =>
      calls.write(
        `reviewing ${name}#${number} at ${commit}`,
        (octokit, options) =>
          octokit.rest.pulls.createReview({
            ...where,
            pull_number: number,
            commit_id: commit,
            event: "COMMENT",
            body: cutText(body, LONGEST),
            comments: comments.map(commentBody),
            ...options,
          }),
        created,
      ),

    async findReview(number, marker) {
      const app = await own();
      const reviews = await calls.pages(
        `looking for our review of ${name}#${number}`,
        (page) => (octokit, options) =>
          octokit.rest.pulls.listReviews({ ...where, pull_number: number, ...page, ...options }),
        z.array(reviewAnswer),
      );
      const ours = reviews.find((review) => isOurs(review, app) && review.body.includes(marker));
      return ours && { id: ours.id };
    },
  };
}

function commentBody({ path, line, startLine, body }: LineComment) {
  return {
    path,
    line,
    side: "RIGHT",
    ...(startLine !== undefined && startLine < line && { start_line: startLine, start_side: "RIGHT" }),
    body: cutText(body, LONGEST),
  };
}

const fileAnswer = z
  .object({
    filename: z.string().min(1),
    status: z.string(),
    sha: objectId.nullish(),
    patch: z.string().optional(),
  })
  .transform(({ filename, status, sha, patch }) => ({
    path: filename,
    oid: status === "removed" ? undefined : (sha ?? undefined),
    patch,
  }));

const reviewAnswer = z.object({
  id: numericId,
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ""),
  ...madeBy.shape,
});
