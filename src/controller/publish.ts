import { type CheckRunContent, PLAN_MARKER } from "../announce/index.ts";
import { sha256 } from "../base/index.ts";
import { GitHubRefused, type PostedComment, type RepositoryGateway } from "../github/index.ts";
import { formatLane } from "../pull/index.ts";
import type { Claim, PublicationRow } from "../store/index.ts";
import type { Controller } from "./controller.ts";
import { refusing } from "./refusing.ts";

/** Where something is published: a pull request and its head. */
export interface PublishedPull {
  readonly repositoryId: number;
  readonly number: number;
  readonly headSha: string;
}

/** True where somebody asked for a run of the check that says it anew. */
export async function isRerun({ store }: Controller, at: Omit<PublishedPull, "headSha">): Promise<boolean> {
  const last = await store.publications.get(at.repositoryId, at.number, "check");
  return last?.bodyHash === "";
}

/** Makes the check run on the head say this, if it does not already. A changed text is a new run: annotations only pile up. */
export async function publishCheckRun(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  pull: PublishedPull,
  content: CheckRunContent,
): Promise<void> {
  const { store, clock } = controller;
  const last = await store.publications.get(pull.repositoryId, pull.number, "check");
  if (last?.headSha === pull.headSha && last.bodyHash === content.digest) return;
  const lane = formatLane({ kind: "pull", repositoryId: pull.repositoryId, number: pull.number });
  const { output } = await store.effects.run(claim, {
    id: `check:${lane}@${pull.headSha}:${content.digest.slice(0, 12)}:after-${last?.remoteId ?? 0}`,
    kind: "check",
    input: {
      head: pull.headSha,
      name: content.name,
      externalId: `${lane}@${content.digest.slice(0, 12)}:after-${last?.remoteId ?? 0}`,
    },
    probe: async ({ head, name, externalId }) => {
      const run = await gateway.findCheckRun(head, name, externalId);
      // A run that was begun and not completed lacks annotations: a complete one takes its place.
      return run?.status === "completed" ? { id: run.id } : undefined;
    },
    act: refusing(({ head, name, externalId }) =>
      gateway.createCheckRun(head, { ...content, status: "completed", name, externalId }),
    ),
    audit: {
      subject: `${pull.repositoryId}#${pull.number}`,
      data: ({ id }) => ({
        checkRun: id,
        head: pull.headSha,
        conclusion: content.conclusion,
        title: content.title,
      }),
    },
  });
  await store.publications.save(claim, {
    ...pull,
    kind: "check",
    remoteId: output.id,
    bodyHash: content.digest,
    at: clock.now(),
  });
}

/** A comment as it should stand; one of each kind on a pull request. */
export interface WantedComment {
  readonly kind: "comment" | "result";
  /** Hidden in the body: by it one is found that was made and not recorded. */
  readonly marker: string;
  readonly body: string;
  /** What it says, apart from how it says it: with the same digest the body may differ and stays as it is. */
  readonly digest: string;
  readonly planDigest?: string | undefined;
}

/** Makes the one sticky comment say this, if it does not already; remembers which plan was shown, and since when. */
export function publishPlanComment(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  pull: PublishedPull,
  body: string,
  planDigest: string | undefined,
): Promise<void> {
  const wanted = { kind: "comment", marker: PLAN_MARKER, body, digest: sha256(body), planDigest } as const;
  return publishComment(controller, claim, gateway, pull, wanted);
}

/** Makes a comment say this. One that somebody deleted is made again, one that somebody edited is put right. */
export async function publishComment(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  pull: PublishedPull,
  wanted: WantedComment,
): Promise<void> {
  const { kind, body, digest, planDigest } = wanted;
  const last = await controller.store.publications.get(pull.repositoryId, pull.number, kind);
  const saysIt = last?.headSha === pull.headSha && last.bodyHash === digest;
  const untouchedSince = saysIt ? last.at : undefined;
  const shown =
    (await editComment(gateway, last?.remoteId, body, untouchedSince)) ??
    (await createComment(controller, claim, gateway, pull, wanted, last));
  if (saysIt && shown.id === last.remoteId && shown.updatedAt === last.at) return;
  await controller.store.publications.save(claim, {
    ...pull,
    kind,
    remoteId: shown.id,
    bodyHash: digest,
    planDigest,
    at: shown.updatedAt,
  });
}

/** Undefined where there is no comment to edit: none was made yet, or somebody deleted it. */
async function editComment(
  gateway: RepositoryGateway,
  id: number | undefined,
  body: string,
  untouchedSince: number | undefined,
): Promise<PostedComment | undefined> {
  if (id === undefined) return undefined;
  try {
    // It may say so already, if we died after saying it; then it has been showing this since that time.
    const now = await gateway.comment(id);
    return now.updatedAt === untouchedSince || now.body === body
      ? now
      : await gateway.updateComment(id, body);
  } catch (error) {
    if (error instanceof GitHubRefused && error.reason === "gone") return undefined;
    throw error;
  }
}

async function createComment(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  pull: PublishedPull,
  { kind, marker, body, planDigest }: WantedComment,
  last: PublicationRow | undefined,
): Promise<PostedComment> {
  const lane = formatLane({ kind: "pull", repositoryId: pull.repositoryId, number: pull.number });
  const id = `comment:${lane}:${kind}:after-${last?.remoteId ?? 0}`;
  const { output, how } = await controller.store.effects.run<CommentIntent, PostedComment>(claim, {
    id,
    kind: "comment",
    input: { number: pull.number, marker, bodyHash: sha256(body), headSha: pull.headSha, planDigest },
    probe: async (input) => {
      const comment = await gateway.findComment(input.number, input.marker);
      return comment && { id: comment.id, updatedAt: comment.updatedAt };
    },
    act: refusing(({ number }) => gateway.createComment(number, body)),
    audit: {
      subject: `${pull.repositoryId}#${pull.number}`,
      data: (comment) => ({ comment: comment.id, kind }),
    },
  });
  if (how === "acted") return output;
  await rememberShown(controller, claim, gateway, pull, id, output.id);
  // What an earlier attempt said may be out of date.
  return (await editComment(gateway, output.id, body, undefined)) ?? output;
}

/**
 * A comment that an earlier attempt made without recording it: somebody may have approved the plan it has been showing
 * since. That is recorded now, and the pull request looked at once more.
 */
async function rememberShown(
  { store }: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  { repositoryId, number }: PublishedPull,
  effect: string,
  comment: number,
): Promise<void> {
  const made = (await store.effects.find(effect))?.input as CommentIntent | undefined;
  if (made?.planDigest === undefined) return;
  const now = await gateway.findComment(number, made.marker);
  if (now?.id !== comment || sha256(now.body) !== made.bodyHash) return;
  const { headSha, planDigest } = made;
  await store.shownPlans.record(claim, {
    repositoryId,
    number,
    headSha,
    planDigest,
    shownAt: now.updatedAt,
  });
  await store.lanes.bump([formatLane({ kind: "pull", repositoryId, number })]);
}

interface CommentIntent {
  readonly number: number;
  readonly marker: string;
  readonly bodyHash: string;
  readonly headSha: string;
  readonly planDigest?: string | undefined;
}
