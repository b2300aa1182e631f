import { createComment, deleteComment, editComment } from "../../act/comments.ts";
import { ApiError, notFound } from "../../api-error.ts";
import { commentShape } from "../../shape/comment.ts";
import type { IssueComment } from "../../state/pull.ts";
import { mayWrite } from "../../state/repository.ts";
import { paged } from "../paging.ts";
import { type Reply, type RepositoryCall, type Route, reads, writes } from "../route.ts";
import { pullOf } from "./pulls.ts";

const either = "issues|pull_requests";
const one = "/issues/comments/:id";

export const commentRoutes: readonly Route[] = [
  reads("pull_requests", "/issues/comments", (call) => listed(call, undefined)),
  reads("pull_requests", one, (call) => shaped(call, commentOf(call))),
  writes(either, "read", "PATCH", one, (call) => {
    const comment = ownComment(call);
    editComment(call.hub, call.repository, comment, call.actor, call.body.text("body"));
    return shaped(call, comment);
  }),
  writes(either, "read", "DELETE", one, (call) => {
    deleteComment(call.hub, call.repository, ownComment(call), call.actor);
    return { status: 204 };
  }),
  reads("pull_requests", "/issues/:number/comments", (call) => listed(call, pullOf(call).number)),
  writes(either, "read", "POST", "/issues/:number/comments", (call) => {
    const comment = createComment(
      call.hub,
      call.repository,
      pullOf(call),
      call.actor,
      call.body.text("body"),
    );
    return { ...shaped(call, comment), status: 201 };
  }),
];

function shaped({ hub, repository }: RepositoryCall, comment: IssueComment): Reply {
  return { body: commentShape(hub, repository, comment) };
}

function listed(call: RepositoryCall, pull: number | undefined): Reply {
  const { hub, repository, query } = call;
  const since = Date.parse(query.get("since") ?? "");
  const found = [...repository.comments.values()]
    .filter((comment) => pull === undefined || comment.pull === pull)
    .filter((comment) => Number.isNaN(since) || comment.updatedAt >= since);
  if (query.get("sort") === "updated") found.sort((a, b) => a.updatedAt - b.updatedAt);
  if (query.get("sort") !== null && query.get("direction") === "desc") found.reverse();
  return paged(call, found, (comment) => commentShape(hub, repository, comment));
}

function commentOf({ repository, parameters }: RepositoryCall): IssueComment {
  const comment = repository.comments.get(Number(parameters.id));
  if (!comment) throw notFound();
  return comment;
}

/** Comments may be changed by who wrote them, and by people who may write to the repository. */
function ownComment(call: RepositoryCall): IssueComment {
  const comment = commentOf(call);
  const { actor, caller, repository } = call;
  const own = comment.user.id === actor.account.id;
  if (!own && (caller.kind !== "person" || !mayWrite(repository.roleOf(actor.account)))) {
    throw new ApiError(403, "Resource not accessible by integration");
  }
  return comment;
}
