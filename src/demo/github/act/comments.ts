import { commentShape } from "../shape/comment.ts";
import { issueShape } from "../shape/pull.ts";
import type { Actor, Hub } from "../state/hub.ts";
import type { IssueComment, Pull } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { assertBody } from "./body.ts";
import { emit } from "./event.ts";

/** Comments in a pull request's conversation. Throws ApiError 422 for a body GitHub would not take. */
export function createComment(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  by: Actor,
  body: string,
): IssueComment {
  assertBody("IssueComment", body);
  const now = hub.clock.now();
  const comment: IssueComment = {
    id: hub.nextId(),
    pull: pull.number,
    user: by.account,
    byApp: by.byApp,
    body,
    createdAt: now,
    updatedAt: now,
  };
  repository.comments.set(comment.id, comment);
  pull.updatedAt = now;
  pull.timeline.push({ kind: "comment", at: now, comment });
  emitComment(hub, repository, comment, "created", by);
  return comment;
}

export function editComment(
  hub: Hub,
  repository: Repository,
  comment: IssueComment,
  by: Actor,
  body: string,
): void {
  assertBody("IssueComment", body);
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = hub.clock.now();
  emitComment(hub, repository, comment, "edited", by, { changes: { body: { from } } });
}

export function deleteComment(hub: Hub, repository: Repository, comment: IssueComment, by: Actor): void {
  repository.comments.delete(comment.id);
  const timeline = repository.pulls.get(comment.pull)?.timeline ?? [];
  const at = timeline.findIndex((entry) => entry.kind === "comment" && entry.comment === comment);
  if (at >= 0) timeline.splice(at, 1);
  emitComment(hub, repository, comment, "deleted", by);
}

function emitComment(
  hub: Hub,
  repository: Repository,
  comment: IssueComment,
  action: string,
  by: Actor,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  const pull = repository.pulls.get(comment.pull);
  if (!pull) return;
  emit(
    hub,
    repository,
    "issue_comment",
    action,
    {
      issue: issueShape(hub, repository, pull),
      comment: commentShape(hub, repository, comment),
      ...fields,
    },
    by.account,
  );
}
