import { ApiError, invalidField, unprocessable } from "../api-error.ts";
import type { FileDiff } from "../git/diff.ts";
import { hunkLines } from "../git/hunks.ts";
import { pullShape } from "../shape/pull.ts";
import { reviewEventShape } from "../shape/review.ts";
import type { Account } from "../state/account.ts";
import type { Hub } from "../state/hub.ts";
import type { LineComment, Pull, Review, ReviewState } from "../state/pull.ts";
import type { Repository } from "../state/repository.ts";
import { assertBody } from "./body.ts";
import { emit } from "./event.ts";
import { pullFiles } from "./pull-diff.ts";
import { assertCommitOf } from "./pulls.ts";

export interface ReviewLine {
  readonly path: string;
  readonly line: number;
  readonly startLine?: number | undefined;
  readonly side?: "LEFT" | "RIGHT" | undefined;
  readonly body: string;
}

export interface ReviewRequest {
  /** Without one the review stays pending: only its author sees it. */
  readonly event: "APPROVE" | "REQUEST_CHANGES" | "COMMENT" | undefined;
  readonly body: string;
  /** Default: the head at this moment, whatever the reviewer saw. */
  readonly commitId?: string | undefined;
  readonly comments: readonly ReviewLine[];
}

const states: Readonly<Record<string, ReviewState>> = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED",
};

/** Submits a review. Throws ApiError 422 for an author's verdict on their own pull request and for one line outside the diff. */
export async function submitReview(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  by: Account,
  request: ReviewRequest,
): Promise<Review> {
  const own = by.id === pull.author.id;
  if (own && request.event === "APPROVE") throw unprocessable("Review Can not approve your own pull request");
  if (own && request.event === "REQUEST_CHANGES") {
    throw unprocessable("Review Can not request changes on your own pull request");
  }
  if (request.event && request.event !== "APPROVE" && request.body === "" && request.comments.length === 0) {
    throw unprocessable("Review body can't be blank");
  }
  assertBody("PullRequestReview", request.body, { blank: true });
  if (request.commitId !== undefined) await assertCommitOf(repository, pull, request.commitId);
  const now = hub.clock.now();
  const review: Review = {
    id: hub.nextId(),
    user: by,
    body: request.body,
    state: request.event === undefined ? "PENDING" : states[request.event]!,
    commitId: request.commitId ?? pull.headSha,
    submittedAt: now,
    updatedAt: now,
  };
  const files = request.comments.length === 0 ? [] : await pullFiles(repository, pull);
  const comments = request.comments.map((line) => lineComment(hub, review, line, files));
  pull.reviews.push(review);
  pull.lineComments.push(...comments);
  if (review.state !== "PENDING") {
    pull.updatedAt = now;
    pull.timeline.push({ kind: "review", at: now, review });
    emitReview(hub, repository, pull, review, "submitted", by);
  }
  return review;
}

function lineComment(hub: Hub, review: Review, line: ReviewLine, files: readonly FileDiff[]): LineComment {
  const side = line.side ?? "RIGHT";
  const file = files.find(({ path }) => path === line.path);
  if (!file) throw unprocessable("Path could not be resolved");
  const shown = hunkLines(file.patch ?? "").filter(
    (one) => (side === "RIGHT" ? one.new : one.old) !== undefined,
  );
  const at = (wanted: number) => shown.find((one) => (side === "RIGHT" ? one.new : one.old) === wanted);
  const [last, first] = [at(line.line), at(line.startLine ?? line.line)];
  if (!last || !first) throw unprocessable("Line could not be resolved");
  if (first.hunk !== last.hunk) throw unprocessable("start_line must be part of the same hunk as the line.");
  if (line.startLine !== undefined && line.startLine >= line.line) {
    throw unprocessable("start_line must precede the end line.");
  }
  return {
    id: hub.nextId(),
    user: review.user,
    review: review.id,
    path: line.path,
    side,
    startLine: line.startLine,
    line: line.line,
    body: line.body,
    commitId: review.commitId,
    diffHunk: (file.patch ?? "").split("\n")[0] ?? "",
    createdAt: review.submittedAt,
  };
}

/** Takes a verdict back. Throws ApiError 422 where there is none. */
export function dismissReview(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  review: Review,
  by: Account,
  message: string,
): void {
  if (review.state !== "APPROVED" && review.state !== "CHANGES_REQUESTED") {
    throw unprocessable(`Can not dismiss a ${review.state.toLowerCase()} pull request review`);
  }
  review.state = "DISMISSED";
  review.updatedAt = hub.clock.now();
  const text = `dismissed ${review.user.login}’s review: ${message}`;
  pull.timeline.push({ kind: "note", at: hub.clock.now(), by, text });
  emitReview(hub, repository, pull, review, "dismissed", by);
}

export function editReview(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  review: Review,
  by: Account,
  body: string,
): void {
  if (review.user.id !== by.id) throw new ApiError(403, "Can not edit another person's review");
  assertBody("PullRequestReview", body);
  const from = review.body;
  review.body = body;
  review.updatedAt = hub.clock.now();
  emitReview(hub, repository, pull, review, "edited", by, { changes: { body: { from } } });
}

function emitReview(
  hub: Hub,
  repository: Repository,
  pull: Pull,
  review: Review,
  action: string,
  by: Account,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  emit(
    hub,
    repository,
    "pull_request_review",
    action,
    {
      review: reviewEventShape(hub, repository, pull, review),
      pull_request: pullShape(hub, repository, pull),
      ...fields,
    },
    by,
  );
}

/** The review with this id. Throws ApiError 404. */
export function reviewOf(pull: Pull, id: number): Review {
  const review = pull.reviews.find((one) => one.id === id);
  if (!review) throw new ApiError(404, "Not Found");
  return review;
}

/** The review comment with this id. Throws ApiError 422. */
export function lineCommentOf(pull: Pull, id: number): LineComment {
  const comment = pull.lineComments.find((one) => one.id === id);
  if (!comment) throw invalidField("PullRequestReviewComment", "id", "there is no such comment", "missing");
  return comment;
}
