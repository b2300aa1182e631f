import type { z } from "zod";
import { formatLane, parseLane } from "../pull/index.ts";
import type {
  DeliveryNotes,
  RecordedFixRequest,
  RecordedPush,
  RecordedReview,
  RepositoryRow,
} from "./delivery.ts";
import { type HandledEventName, handledEvents } from "./events.ts";
import * as part from "./payload.ts";

/**
 * What a webhook means. Pure, and never throws: an unknown event, a missing field or a null where an account should
 * be only makes for fewer notes. `receivedAt` is milliseconds.
 */
export function notesOf(event: string, payload: object, receivedAt: number): DeliveryNotes {
  if (!isHandled(event)) return { lanes: [] };
  const repositoryId = read(part.repositoryIdPart, payload)?.repository.id;
  const repository = repositoryRow(payload);
  const push = recordedPush(event, repositoryId, payload);
  const review =
    event === "pull_request_review" ? recordedReview(repositoryId, payload, receivedAt) : undefined;
  const lanes = [...new Set(lanesOf(event, repositoryId, payload))];
  const fix = event === "check_run" ? pressedFix(repositoryId, payload, receivedAt) : undefined;
  const isRerun = (event === "check_run" && fix === undefined) || event === "check_suite";
  const suite = event === "check_suite" ? read(part.checkSuitePart, payload)?.check_suite : undefined;
  const reruns = isRerun ? lanes.flatMap(pullOf) : [];
  return {
    lanes,
    ...(reruns.length > 0 && { reruns }),
    ...(repositoryId !== undefined &&
      suite?.head_sha && { rerunHead: { repositoryId, headSha: suite.head_sha } }),
    ...(fix && { fix }),
    ...(repository && { repository }),
    ...(review && { review }),
    ...(push && { push }),
  };
}

function pullOf(lane: string): { repositoryId: number; number: number }[] {
  const { kind, ...pull } = parseLane(lane);
  return kind === "pull" && "number" in pull ? [pull] : [];
}

function lanesOf(
  event: HandledEventName,
  repositoryId: number | undefined,
  payload: object,
): readonly string[] {
  if (isSweeping(event)) return [formatLane({ kind: "sweep" })];
  return repositoryId === undefined ? [] : lanesIn[event](repositoryId, payload);
}

/** Events after which anything may be otherwise, so rare that looking at everything is the simple answer. */
const sweeping = ["repository", "installation", "installation_repositories", "installation_target"] as const;

type SweepingEvent = (typeof sweeping)[number];

/** For each of the others, what to look at again in the repository. */
const lanesIn: Record<
  Exclude<HandledEventName, SweepingEvent>,
  (repositoryId: number, payload: object) => readonly string[]
> = {
  pull_request: (repositoryId, payload) => [
    ...pullLane(repositoryId, payload),
    ...branchLane(repositoryId, read(part.closedPart, payload)?.pull_request.base.ref),
  ],
  pull_request_review: (repositoryId, payload) =>
    // Remarks decide nothing, our own suggestions among them.
    read(part.remarkPart, payload) ? [] : pullLane(repositoryId, payload),
  issue_comment: commentLane,
  push: (repositoryId, payload) => branchLane(repositoryId, read(part.branchPushPart, payload)?.ref),
  check_run: checkRunLanes,
  check_suite: (repositoryId, payload) =>
    (read(part.checkSuitePart, payload)?.check_suite.pull_requests ?? []).map(({ number }) =>
      formatLane({ kind: "pull", repositoryId, number }),
    ),
};

function pullLane(repositoryId: number, payload: object): string[] {
  const number = read(part.pullPart, payload)?.pull_request.number;
  return number === undefined ? [] : [formatLane({ kind: "pull", repositoryId, number })];
}

function branchLane(repositoryId: number, ref: string | undefined): string[] {
  return ref === undefined || ref === "" ? [] : [formatLane({ kind: "branch", repositoryId, ref })];
}

/** A comment of ours that is not what we said any more. What others say wakes nobody, nor do our own edits. */
function commentLane(repositoryId: number, payload: object): string[] {
  const lost = read(part.lostCommentPart, payload);
  if (lost === undefined || lost.sender.type === "Bot") return [];
  return [formatLane({ kind: "pull", repositoryId, number: lost.issue.number })];
}

/** GitHub names no pull requests for a fork's commit: then our external id, which begins with the lane, does. */
function checkRunLanes(repositoryId: number, payload: object): string[] {
  const run = read(part.checkRunPart, payload)?.check_run;
  if (!run) return [];
  const named = pullNamedBy(run.external_id, repositoryId);
  return [...run.pull_requests.map(({ number }) => number), ...(named === undefined ? [] : [named])].map(
    (number) => formatLane({ kind: "pull", repositoryId, number }),
  );
}

/** The pull request whose check run has this external id of ours. */
function pullNamedBy(externalId: string, repositoryId: number): number | undefined {
  const ours = /^pull:(\d+)#([1-9]\d{0,14})(?!\d)/.exec(externalId);
  return ours && Number(ours[1]) === repositoryId ? Number(ours[2]) : undefined;
}

function pressedFix(
  repositoryId: number | undefined,
  payload: object,
  receivedAt: number,
): RecordedFixRequest | undefined {
  const pressed = read(part.pressedFixPart, payload);
  if (!pressed || repositoryId === undefined) return undefined;
  const { check_run: run, sender } = pressed;
  const number = pullNamedBy(run.external_id, repositoryId);
  if (number === undefined) return undefined;
  return {
    repositoryId,
    number,
    headSha: run.head_sha,
    userId: sender.id,
    login: sender.login,
    userType: sender.type,
    requestedAt: receivedAt,
  };
}

function repositoryRow(payload: object): RepositoryRow | undefined {
  const known = read(part.repositoryPart, payload);
  return (
    known && {
      id: known.repository.id,
      owner: known.repository.owner.login,
      name: known.repository.name,
      installationId: known.installation.id,
      defaultBranch: known.repository.default_branch,
    }
  );
}

/** Who pushed: told by the push itself, by a moved head, and for a fork by the opening. */
function recordedPush(
  event: HandledEventName,
  repositoryId: number | undefined,
  payload: object,
): RecordedPush | undefined {
  if (repositoryId === undefined) return undefined;
  const push = event === "push" ? read(part.tipPushPart, payload) : undefined;
  if (push && !push.deleted) return { repositoryId, headSha: push.after, userId: push.sender.id };
  if (event !== "pull_request") return undefined;
  const opened = read(part.openedFromForkPart, payload);
  const fromFork = opened && opened.pull_request.head.repo?.id !== repositoryId ? opened : undefined;
  const moved = read(part.synchronizedPart, payload) ?? fromFork;
  return moved && { repositoryId, headSha: moved.pull_request.head.sha, userId: moved.sender.id };
}

/** Only the moment of submitting tells the head: an edit later on says nothing about it. */
function recordedReview(
  repositoryId: number | undefined,
  payload: object,
  receivedAt: number,
): RecordedReview | undefined {
  const known = read(part.reviewPart, payload);
  if (!known || repositoryId === undefined) return undefined;
  const { review, pull_request: pull } = known;
  return {
    id: review.id,
    repositoryId,
    number: pull.number,
    userId: review.user.id,
    login: review.user.login,
    userType: review.user.type,
    state: review.state,
    headSha: pull.head.sha,
    commitId: review.commit_id,
    submittedAt: review.submitted_at,
    receivedAt,
  };
}

function isSweeping(event: HandledEventName): event is SweepingEvent {
  return sweeping.some((name) => name === event);
}

function isHandled(event: string): event is HandledEventName {
  return handledEvents.some(({ name }) => name === event);
}

function read<T>(shape: z.ZodType<T>, payload: object): T | undefined {
  return shape.safeParse(payload).data;
}
