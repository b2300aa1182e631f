import { type CheckRunContent, PLAN_MARKER } from "../announce/index.ts";
import { sha256 } from "../base/index.ts";
import { GitHubRefused, type RepositoryGateway } from "../github/index.ts";
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

/** Makes the one sticky comment say this, if it does not already; remembers which plan was shown, and since when. */
export async function publishPlanComment(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  pull: PublishedPull,
  body: string,
  planDigest: string | undefined,
): Promise<void> {
  const { store } = controller;
  const last = await store.publications.get(pull.repositoryId, pull.number, "comment");
  if (last?.headSha === pull.headSha && last.bodyHash === sha256(body)) return;
  const shown =
    (await editComment(gateway, last, body)) ??
    (await createPlanComment(controller, claim, gateway, pull, body, last));
  await store.publications.save(claim, {
    ...pull,
    kind: "comment",
    remoteId: shown.id,
    bodyHash: sha256(body),
    planDigest,
    at: shown.updatedAt,
  });
  if (planDigest !== undefined)
    await store.shownPlans.record(claim, { ...pull, planDigest, shownAt: shown.updatedAt });
}

/** Undefined where there is no comment to edit: none was made yet, or somebody deleted it. */
async function editComment(
  gateway: RepositoryGateway,
  last: PublicationRow | undefined,
  body: string,
): Promise<{ id: number; updatedAt: number } | undefined> {
  if (last?.remoteId === undefined) return undefined;
  try {
    // It may say so already, if we died after saying it; then it has been showing this since that time.
    const now = await gateway.comment(last.remoteId);
    return now.body === body ? now : await gateway.updateComment(last.remoteId, body);
  } catch (error) {
    if (error instanceof GitHubRefused && error.reason === "gone") return undefined;
    throw error;
  }
}

async function createPlanComment(
  controller: Controller,
  claim: Claim,
  gateway: RepositoryGateway,
  pull: PublishedPull,
  body: string,
  last: PublicationRow | undefined,
): Promise<{ id: number; updatedAt: number }> {
  const lane = formatLane({ kind: "pull", repositoryId: pull.repositoryId, number: pull.number });
  const { output, how } = await controller.store.effects.run(claim, {
    id: `comment:${lane}:plan:after-${last?.remoteId ?? 0}`,
    kind: "comment",
    input: { number: pull.number, body },
    probe: async ({ number }) => {
      const comment = await gateway.findComment(number, PLAN_MARKER);
      return comment && { id: comment.id, updatedAt: comment.updatedAt };
    },
    act: refusing(({ number }) => gateway.createComment(number, body)),
    audit: { subject: `${pull.repositoryId}#${pull.number}`, data: ({ id }) => ({ comment: id }) },
  });
  // What an earlier attempt said may be out of date.
  return how === "acted"
    ? output
    : ((await editComment(gateway, { ...emptyRow, ...pull, remoteId: output.id }, body)) ?? output);
}

const emptyRow = { kind: "comment" as const, bodyHash: "", at: 0 };
