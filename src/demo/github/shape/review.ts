import type { Hub } from "../state/hub.ts";
import type { LineComment, Pull, Review } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { association } from "./pull.ts";
import { repositoryPage, repositoryUrl } from "./repository.ts";
import { moment, nodeId } from "./text.ts";
import { userShape } from "./user.ts";

/** A review as REST gives it: state in capitals. */
export function reviewShape(hub: Hub, repository: Repository, pull: Pull, review: Review) {
  const page = `${repositoryPage(hub, repository)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const url = `${repositoryUrl(hub, repository)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId("PRR", review.id),
    user: userShape(hub, review.user),
    body: review.body,
    state: review.state,
    html_url: page,
    pull_request_url: url,
    author_association: association(repository, review.user),
    _links: { html: { href: page }, pull_request: { href: url } },
    submitted_at: moment(review.submittedAt),
    commit_id: review.commitId,
  };
}

/** A review as webhooks carry it: state in lower case, an empty body is null. */
export function reviewEventShape(hub: Hub, repository: Repository, pull: Pull, review: Review) {
  const shape = reviewShape(hub, repository, pull, review);
  return {
    ...shape,
    body: review.body === "" ? null : review.body,
    state: review.state.toLowerCase(),
    updated_at: moment(review.updatedAt),
  };
}

export function lineCommentShape(hub: Hub, repository: Repository, pull: Pull, comment: LineComment) {
  const page = `${repositoryPage(hub, repository)}/pull/${pull.number}#discussion_r${comment.id}`;
  const url = `${repositoryUrl(hub, repository)}/pulls/comments/${comment.id}`;
  const pullUrl = `${repositoryUrl(hub, repository)}/pulls/${pull.number}`;
  return {
    id: comment.id,
    node_id: nodeId("PRRC", comment.id),
    url,
    html_url: page,
    pull_request_url: pullUrl,
    pull_request_review_id: comment.review,
    user: userShape(hub, comment.user),
    body: comment.body,
    path: comment.path,
    diff_hunk: comment.diffHunk,
    commit_id: comment.commitId,
    original_commit_id: comment.commitId,
    line: comment.line,
    original_line: comment.line,
    start_line: comment.startLine ?? null,
    original_start_line: comment.startLine ?? null,
    side: comment.side,
    start_side: comment.startLine === undefined ? null : comment.side,
    position: 1,
    original_position: 1,
    subject_type: "line",
    author_association: association(repository, comment.user),
    created_at: moment(comment.createdAt),
    updated_at: moment(comment.createdAt),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pullUrl } },
  };
}
