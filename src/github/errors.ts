import { TransientError, ZonewrightError } from "../base/index.ts";

/**
 * Why GitHub said no:
 * - `conflict-head`: the pull request's head is not the commit the merge was pinned to
 * - `base-modified`: the base branch moved while merging
 * - `not-mergeable`: a conflict or a rule of the repository stands against the merge
 * - `conflict`: another 409
 * - `unauthorised`: the credentials are not accepted
 * - `forbidden`: a permission is missing
 * - `gone`: it is not there, or not visible to the App
 * - `moved`: the repository has another name now
 * - `invalid`: GitHub does not accept the request's content
 * - `too-large`: more than can be read completely, so nothing may be concluded from it
 */
export type RefusalReason =
  | "conflict-head"
  | "base-modified"
  | "not-mergeable"
  | "conflict"
  | "unauthorised"
  | "forbidden"
  | "gone"
  | "moved"
  | "invalid"
  | "too-large";

/** GitHub refused: whatever was asked for certainly did not happen, and asking again unchanged will not help. */
export class GitHubRefused extends ZonewrightError {
  /** HTTP status, or undefined where the gateway itself refused. */
  readonly status: number | undefined;
  readonly reason: RefusalReason;

  constructor(
    doing: string,
    problem: string,
    options: { status: number | undefined; reason: RefusalReason; remedy?: string; cause?: unknown },
  ) {
    super(doing, problem, options.remedy, options);
    this.status = options.status;
    this.reason = options.reason;
  }
}

/**
 * GitHub could not answer: a network fault, a 5xx, a rate limit, an answer that makes no sense.
 * `uncertain` is true where a write may have happened all the same: look before writing again.
 */
export class GitHubUnavailable extends TransientError {
  readonly status: number | undefined;
  readonly uncertain: boolean;

  constructor(
    doing: string,
    problem: string,
    options: {
      status?: number | undefined;
      uncertain: boolean;
      retryAfter?: number;
      remedy?: string;
      cause?: unknown;
    },
  ) {
    super(doing, problem, options);
    this.status = options.status;
    this.uncertain = options.uncertain;
  }
}

/** True for an error after which a write is known not to have happened. */
export function certainlyDidNothing(error: unknown): boolean {
  return error instanceof GitHubRefused || (error instanceof GitHubUnavailable && !error.uncertain);
}
