import type { ProbotOctokit } from "probot";
import type { z } from "zod";
import { GitHubRefused, GitHubUnavailable } from "./errors.ts";
import type { Pause } from "./pause.ts";
import { type CallKind, callError } from "./refusal.ts";
import type { Slots } from "./slots.ts";

/** What each call is sent with. */
export interface CallOptions {
  readonly headers: { readonly authorization?: string };
  readonly request: { readonly signal: AbortSignal; readonly redirect: "follow" | "manual" };
}

export interface Answer {
  readonly status: number;
  readonly headers: { readonly link?: string | undefined; readonly date?: string | undefined };
  readonly data: unknown;
}

/** Sends one documented request. */
export type Send = (octokit: ProbotOctokit, options: CallOptions) => Promise<Answer>;

/** Who the calls are made as. */
export interface Identity {
  readonly octokit: () => Promise<ProbotOctokit>;
  /** The Authorization header; undefined where the Octokit sets its own. */
  authorization(kind: CallKind): Promise<string | undefined>;
  /** GitHub does not accept the last one: get another. */
  discard(kind: CallKind): void;
}

/** What all calls of one installation share. */
export interface Traffic {
  readonly pause: Pause;
  readonly slots: Slots;
}

export interface CallSettings {
  readonly identity: Identity;
  readonly traffic: Traffic;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

const PAGE_SIZE = 100;
const MOST_PAGES = 30;
const READ_AGAIN_MS = [300, 1_000, 3_000] as const;
const TIMEOUT_MS = 30_000;
/** A new token may not be known yet on all of GitHub's servers. */
const TOKEN_GRACE_MS = 1_000;

/** The one way to GitHub: retries reads, never writes; honours pauses; checks that an answer has the expected shape. */
export class Calls {
  readonly #settings: CallSettings;

  constructor(settings: CallSettings) {
    this.#settings = settings;
  }

  async read<T>(doing: string, send: Send, shape: z.ZodType<T>): Promise<T> {
    const { value } = await this.#readAgain(doing, send, shape);
    return value;
  }

  async write<T>(doing: string, send: Send, shape: z.ZodType<T>): Promise<T> {
    const { value } = await this.#once(doing, "write", send, shape);
    return value;
  }

  /** All items of a paged series; refused as `too-large` rather than given in part. */
  async pages<T>(
    doing: string,
    send: (page: { per_page: number; page: number }) => Send,
    shape: z.ZodType<readonly T[]>,
  ): Promise<readonly T[]> {
    const items: T[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { value, answer } = await this.#readAgain(doing, send({ per_page: PAGE_SIZE, page }), shape);
      items.push(...value);
      if (value.length < PAGE_SIZE && nextPage(answer) === undefined) return items;
    }
    throw new GitHubRefused(doing, `there are more than ${MOST_PAGES * PAGE_SIZE}`, {
      status: undefined,
      reason: "too-large",
    });
  }

  /** A series GitHub pages by cursor: items until there are no more, or `enough` says so of a page. */
  async cursorPages<T>(
    doing: string,
    send: (page: { per_page: number; cursor?: string }) => Send,
    shape: z.ZodType<readonly T[]>,
    enough: (page: readonly T[]) => boolean,
  ): Promise<readonly T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { value, answer } = await this.#readAgain(
        doing,
        send({ per_page: PAGE_SIZE, ...(cursor !== undefined && { cursor }) }),
        shape,
      );
      items.push(...value);
      cursor = nextPage(answer)?.searchParams.get("cursor") ?? undefined;
      if (cursor === undefined || enough(value)) break;
    }
    return items;
  }

  async #readAgain<T>(doing: string, send: Send, shape: z.ZodType<T>): Promise<{ value: T; answer: Answer }> {
    for (const delay of READ_AGAIN_MS) {
      try {
        return await this.#once(doing, "read", send, shape);
      } catch (error) {
        if (!isPassing(error)) throw error;
        await this.#wait(delay, error);
      }
    }
    return this.#once(doing, "read", send, shape);
  }

  async #once<T>(
    doing: string,
    kind: CallKind,
    send: Send,
    shape: z.ZodType<T>,
  ): Promise<{ value: T; answer: Answer }> {
    const answer = await this.#settings.traffic.slots.run(() => this.#authorised(doing, kind, send));
    const parsed = shape.safeParse(answer.data);
    if (parsed.success) return { value: parsed.data, answer };
    const where = parsed.error.issues
      .map(({ path, message }) => `${path.join(".") || "body"}: ${message}`)
      .slice(0, 3);
    throw new GitHubUnavailable(
      doing,
      `GitHub's answer is not what its API describes (${where.join("; ")})`,
      {
        status: answer.status,
        uncertain: kind === "write",
      },
    );
  }

  /** A 401 did nothing, whatever was asked: once, with a new token, it may be asked again. */
  async #authorised(doing: string, kind: CallKind, send: Send): Promise<Answer> {
    try {
      return await this.#send(doing, kind, send);
    } catch (error) {
      if (!(error instanceof GitHubRefused && error.reason === "unauthorised")) throw error;
      this.#settings.identity.discard(kind);
      await this.#wait(TOKEN_GRACE_MS, error);
      return this.#send(doing, kind, send);
    }
  }

  async #send(doing: string, kind: CallKind, send: Send): Promise<Answer> {
    const { identity, traffic, signal } = this.#settings;
    const authorization = await identity.authorization(kind);
    const octokit = await identity.octokit();
    refuseWhilePaused(doing, traffic.pause);
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    let answer: Answer;
    try {
      signal?.throwIfAborted();
      answer = await send(octokit, {
        headers: authorization === undefined ? {} : { authorization },
        request: {
          // A write under way is let finish: cut off, nobody would know whether it happened.
          signal: signal && kind === "read" ? AbortSignal.any([signal, timeout]) : timeout,
          // Followed, a redirected POST becomes a GET, and a renamed repository's name may be someone else's.
          redirect: kind === "write" ? "manual" : "follow",
        },
      });
    } catch (error) {
      throw callError(doing, kind, error, traffic.pause);
    }
    traffic.pause.end();
    if (answer.status >= 300) throw callError(doing, kind, { response: answer }, traffic.pause);
    return answer;
  }

  /** Throws `instead` where the caller's signal ends the wait. */
  async #wait(ms: number, instead: unknown): Promise<void> {
    try {
      await this.#settings.wait(ms, this.#settings.signal);
    } catch {
      throw instead;
    }
    if (this.#settings.signal?.aborted) throw instead;
  }
}

function refuseWhilePaused(doing: string, pause: Pause): void {
  if (pause.left === 0) return;
  throw new GitHubUnavailable(doing, "GitHub asked for a pause, which is not over", {
    uncertain: false,
    retryAfter: pause.left,
  });
}

/** A network fault or a 5xx; not a rate limit, and no answer that would be the same again. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof GitHubUnavailable &&
    error.retryAfter === undefined &&
    (error.status === undefined || error.status >= 500)
  );
}

function nextPage(answer: Answer): URL | undefined {
  const url = /<([^<>]+)>;\s*rel="next"/.exec(answer.headers.link ?? "")?.[1];
  return url === undefined ? undefined : (URL.parse(url) ?? undefined);
}
