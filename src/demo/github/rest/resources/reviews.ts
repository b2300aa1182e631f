import { dismissReview, editReview, reviewOf, submitReview } from "../../act/reviews.ts";
import { lineCommentShape, reviewShape } from "../../shape/review.ts";
import { paged } from "../paging.ts";
import { type Reply, type RepositoryCall, type Route, reads, writes } from "../route.ts";
import { pullOf } from "./pulls.ts";

const all = "/pulls/:number/reviews";
const one = `${all}/:review`;

export const reviewRoutes: readonly Route[] = [
  reads("pull_requests", all, (call) => {
    const { hub, repository, actor } = call;
    const pull = pullOf(call);
    const visible = pull.reviews.filter(
      ({ state, user }) => state !== "PENDING" || user.id === actor.account.id,
    );
    return paged(call, visible, (review) => reviewShape(hub, repository, pull, review));
  }),
  writes("pull_requests", "read", "POST", all, createReview),
  reads("pull_requests", one, (call) => answer(call)),
  writes("pull_requests", "read", "PUT", one, (call) => {
    const { hub, repository, actor, body } = call;
    const pull = pullOf(call);
    const review = reviewOf(pull, Number(call.parameters.review));
    editReview(hub, repository, pull, review, actor.account, body.text("body"));
    return answer(call);
  }),
  writes("pull_requests", "write", "PUT", `${one}/dismissals`, (call) => {
    const { hub, repository, actor, body } = call;
    const pull = pullOf(call);
    const review = reviewOf(pull, Number(call.parameters.review));
    dismissReview(hub, repository, pull, review, actor.account, body.text("message"));
    return answer(call);
  }),
  reads("pull_requests", "/pulls/:number/comments", (call) => {
    const pull = pullOf(call);
    return paged(call, pull.lineComments, (comment) =>
      lineCommentShape(call.hub, call.repository, pull, comment),
    );
  }),
];

function answer(call: RepositoryCall): Reply {
  const pull = pullOf(call);
  const review = reviewOf(pull, Number(call.parameters.review));
  return { body: reviewShape(call.hub, call.repository, pull, review) };
}

async function createReview(call: RepositoryCall): Promise<Reply> {
  const { hub, repository, actor, body } = call;
  const pull = pullOf(call);
  const review = await submitReview(hub, repository, pull, actor.account, {
    event: body.choice("event", ["APPROVE", "REQUEST_CHANGES", "COMMENT"]),
    body: body.optionalText("body") ?? "",
    commitId: body.optionalText("commit_id"),
    comments: body.objects("comments").map((comment) => ({
      path: comment.text("path"),
      line: comment.number("line"),
      startLine: comment.optionalNumber("start_line"),
      side: comment.choice("side", ["LEFT", "RIGHT"]),
      body: comment.text("body"),
    })),
  });
  return { body: reviewShape(hub, repository, pull, review) };
}
