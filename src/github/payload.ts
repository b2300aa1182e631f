import { z } from "zod";

/** Parts of webhook payloads, as far as Zonewright reads them. Anything else in a payload is not looked at. */

const id = z.int().positive();
const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);
const moment = z.string().transform((text, context) => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) context.addIssue("is no date");
  return ms;
});

export const repositoryPart = z.object({
  installation: z.object({ id }),
  repository: z.object({
    id,
    name: z.string().min(1),
    owner: z.object({ login: z.string().min(1) }),
    default_branch: z.string().min(1).optional().catch(undefined),
  }),
});

/** Any payload about a repository. */
export const repositoryIdPart = z.object({ repository: z.object({ id }) });

export const pullPart = z.object({ pull_request: z.object({ number: id }) });

export const closedPart = z.object({
  action: z.literal("closed"),
  pull_request: z.object({ merged: z.literal(true), base: z.object({ ref: z.string().min(1) }) }),
});

/** The sender put the head there. */
export const synchronizedPart = z.object({
  action: z.literal("synchronize"),
  pull_request: z.object({ head: z.object({ sha }) }),
  sender: z.object({ id }),
});

/** A pull request from a fork: pushes there send us nothing, so its opener stands for who pushed it. */
export const openedFromForkPart = z.object({
  action: z.literal("opened"),
  repository: z.object({ id }),
  pull_request: z.object({ head: z.object({ sha, repo: z.object({ id }).nullable() }) }),
  sender: z.object({ id }),
});

/** A push to a branch; also those that no open pull request shows yet. */
export const tipPushPart = z.object({
  ref: z.string().startsWith("refs/heads/"),
  after: sha,
  deleted: z.boolean().optional(),
  sender: z.object({ id }),
});

export const reviewPart = z.object({
  action: z.enum(["submitted", "dismissed"]),
  pull_request: z.object({ number: id, head: z.object({ sha }) }),
  review: z.object({
    id,
    state: z
      .string()
      .toLowerCase()
      .pipe(z.enum(["approved", "changes_requested", "commented", "dismissed"])),
    user: z.object({ id, login: z.string().min(1), type: z.string() }),
    commit_id: sha.optional().catch(undefined),
    submitted_at: moment,
  }),
});

/** A review that neither approves nor asks for changes. */
export const remarkPart = z.object({
  action: z.enum(["submitted", "edited"]),
  review: z.object({ state: z.string().toLowerCase().pipe(z.literal("commented")) }),
});

/** An App's comment that a person deleted or changed. */
export const lostCommentPart = z.object({
  action: z.enum(["deleted", "edited"]),
  issue: z.object({ number: id, pull_request: z.object({}) }),
  comment: z.object({ user: z.object({ type: z.literal("Bot") }) }),
  sender: z.object({ type: z.string() }),
});

export const branchPushPart = z.object({
  ref: z
    .string()
    .startsWith("refs/heads/")
    .max(1_000)
    .transform((ref) => ref.slice("refs/heads/".length)),
});

const pulls = z.array(z.object({ number: id })).catch([]);

/** Asked on GitHub: run this check again, or the button a check offers. */
export const checkRunPart = z.object({
  action: z.enum(["rerequested", "requested_action"]),
  check_run: z.object({ pull_requests: pulls, external_id: z.string().catch("") }),
});

/** The Fix button, pressed on the check run of a pull request's head. */
export const pressedFixPart = z.object({
  action: z.literal("requested_action"),
  requested_action: z.object({ identifier: z.literal("fix") }),
  check_run: z.object({ head_sha: sha, external_id: z.string() }),
  sender: z.object({ id, login: z.string().min(1), type: z.string() }),
});

export const checkSuitePart = z.object({
  action: z.literal("rerequested"),
  check_suite: z.object({ pull_requests: pulls, head_sha: sha.optional().catch(undefined) }),
});
