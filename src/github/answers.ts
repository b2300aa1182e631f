import { z } from "zod";
import type { Actor } from "../pull/index.ts";

/** The parts of GitHub's answers that more than one call reads. Everything else in an answer is ignored. */

export const numericId = z.int().positive();

/** A git object id: SHA-1 or SHA-256. */
export const objectId = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

export const created = z.object({ id: numericId });

/** Where nothing of the answer is read. */
export const anything = z.unknown();

const account = z.object({ id: numericId, login: z.string(), type: z.string() });

/** An account, or undefined where GitHub knows none: a deleted one, a commit by an unknown address (null or {}). */
export const actor = z.unknown().transform((value): Actor | undefined => account.safeParse(value).data);

/** Milliseconds of an ISO date. */
export const moment = z.string().transform((text, context) => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) context.addIssue("is no date");
  return ms;
});

const maker = z.object({ id: numericId }).nullish();

/** Who made a comment or deployment: the App it came through, or the account. */
export const madeBy = z.object({
  performed_via_github_app: maker,
  user: z.object({ login: z.string() }).nullish(),
  creator: z.object({ login: z.string() }).nullish(),
});

export interface OwnApp {
  readonly id: number;
  readonly slug: string;
}

/** Whether our App made it. Logins that end in "[bot]" can belong to Apps only. */
export function isOurs(made: z.infer<typeof madeBy>, own: OwnApp): boolean {
  if (made.performed_via_github_app) return made.performed_via_github_app.id === own.id;
  return (made.user ?? made.creator)?.login === `${own.slug}[bot]`;
}
