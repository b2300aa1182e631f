import { z } from "zod";
import { isOurs, madeBy, moment, numericId } from "./answers.ts";
import { cutText } from "./cut.ts";
import type { CommentState, RepositoryGateway } from "./gateway.ts";
import type { RepositoryCalls } from "./repository-calls.ts";

type Comments = Pick<RepositoryGateway, "createComment" | "updateComment" | "comment" | "findComment">;

/** GitHub takes 65,536 characters; counted in octets this stays below it however it counts. */
const LONGEST = 65_000;

export function comments({ calls, where, name, own }: RepositoryCalls): Comments {
  return {
    createComment: (number, body) =>
      calls.write(
        `commenting on ${name}#${number}`,
        (octokit, options) =>
          octokit.rest.issues.createComment({
            ...where,
            issue_number: number,
            body: cutText(body, LONGEST),
            ...options,
          }),
        posted,
      ),

    updateComment: (id, body) =>
      calls.write(
        `editing comment ${id} in ${name}`,
        (octokit, options) =>
          octokit.rest.issues.updateComment({
            ...where,
            comment_id: id,
            body: cutText(body, LONGEST),
            ...options,
          }),
        posted,
      ),

    async comment(id) {
      return stateOf(
        await calls.read(
          `reading comment ${id} in ${name}`,
          (octokit, options) => octokit.rest.issues.getComment({ ...where, comment_id: id, ...options }),
          comment,
        ),
      );
    },

    async findComment(number, marker) {
      const app = await own();
      const all = await calls.pages(
        `looking for our comment on ${name}#${number}`,
        (page) => (octokit, options) =>
          octokit.rest.issues.listComments({ ...where, issue_number: number, ...page, ...options }),
        z.array(comment),
      );
      const ours = all.find((one) => isOurs(one, app) && one.body.includes(marker));
      return ours && stateOf(ours);
    },
  };
}

const comment = z.object({
  id: numericId,
  body: z.string().default(""),
  updated_at: moment,
  ...madeBy.shape,
});

const posted = z
  .object({ id: numericId, updated_at: moment })
  .transform(({ id, updated_at }) => ({ id, updatedAt: updated_at }));

function stateOf({ id, body, updated_at }: z.infer<typeof comment>): CommentState {
  return { id, updatedAt: updated_at, body };
}
