import { messageOf, redact } from "../base/index.ts";
import { GitHubRefused, GitHubUnavailable, type RefusalReason } from "./errors.ts";
import type { Pause } from "./pause.ts";

/** Whether a call changes anything on GitHub: decides what an unclear end means. */
export type CallKind = "read" | "write";

interface ErrorAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** What Octokit threw, as our own error; begins the installation's pause where GitHub asked for one. */
export function callError(
  doing: string,
  kind: CallKind,
  thrown: unknown,
  pause: Pause,
): GitHubRefused | GitHubUnavailable {
  const answer = errorAnswer(thrown);
  if (!answer) {
    const problem = `no answer from GitHub: ${redact(messageOf(rootOf(thrown))).slice(0, 300)}`;
    return new GitHubUnavailable(doing, problem, { uncertain: kind === "write" });
  }
  const { status, text } = answer;
  const limit = rateLimit(answer);
  if (limit) {
    const retryAfter = pause.begin(limit.wait);
    return new GitHubUnavailable(doing, `GitHub's rate limit is reached (${status}: ${text})`, {
      status,
      uncertain: false,
      retryAfter,
    });
  }
  if (status >= 500) {
    const problem = `GitHub answered ${status}: ${text}`;
    return new GitHubUnavailable(doing, problem, { status, uncertain: kind === "write" });
  }
  const reason = refusalReason(status, text);
  const remedy = remedies[reason];
  return new GitHubRefused(doing, `GitHub answered ${status}: ${text}`, {
    status,
    reason,
    ...(remedy !== undefined && { remedy }),
  });
}

/** Why a status of 4xx, or of 3xx for a write, was given. 405 and 409 mean a merge unless their text says otherwise. */
function refusalReason(status: number, text: string): RefusalReason {
  switch (status) {
    case 301:
    case 302:
    case 307:
    case 308:
      return "moved";
    case 401:
      return "unauthorised";
    case 403:
      return "forbidden";
    case 404:
    case 410:
    case 451:
      return "gone";
    case 405:
      return /base branch was modified/i.test(text) ? "base-modified" : "not-mergeable";
    case 409:
      if (/not authori[sz]ed/i.test(text)) return "forbidden";
      return /head (?:branch|sha)|expected head/i.test(text) ? "conflict-head" : "conflict";
    default:
      return "invalid";
  }
}

const remedies: Partial<Record<RefusalReason, string>> = {
  unauthorised: "check APP_ID and PRIVATE_KEY, and that the App is still installed",
  forbidden:
    "check that the installation has accepted the App's permissions and that no rule keeps the App out",
  moved: "the repository was renamed or transferred; the next webhook or sweep brings its new name",
};

/** How long a rate limit lasts (undefined: GitHub did not say), or undefined where the answer is about something else. */
function rateLimit({
  status,
  headers,
  text,
}: ErrorAnswer): { readonly wait: number | undefined } | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const retryAfter = seconds(headers["retry-after"]);
  if (retryAfter !== undefined) return { wait: retryAfter * 1_000 };
  const reset = seconds(headers["x-ratelimit-reset"]);
  if (seconds(headers["x-ratelimit-remaining"]) === 0 && reset !== undefined) {
    // By GitHub's clock, which ours may differ from.
    const now = Date.parse(String(headers.date));
    return { wait: Math.max(1_000, reset * 1_000 - (Number.isNaN(now) ? Date.now() : now)) };
  }
  return status === 429 || /secondary rate limit|abuse detection/i.test(text)
    ? { wait: undefined }
    : undefined;
}

function seconds(header: unknown): number | undefined {
  return typeof header === "string" && /^\d{1,12}$/.test(header) ? Number(header) : undefined;
}

function errorAnswer(thrown: unknown): ErrorAnswer | undefined {
  if (thrown === null || typeof thrown !== "object" || !("response" in thrown)) return undefined;
  const response = thrown.response as Partial<{
    status: number;
    headers: Record<string, unknown>;
    data: unknown;
  }>;
  if (typeof response?.status !== "number") return undefined;
  return { status: response.status, headers: response.headers ?? {}, text: errorText(response.data) };
}

/** Octokit and fetch wrap what went wrong in errors that say nothing. */
function rootOf(thrown: unknown): unknown {
  const cause = thrown !== null && typeof thrown === "object" && "cause" in thrown ? thrown.cause : undefined;
  return cause === undefined || cause === null ? thrown : rootOf(cause);
}

/** GitHub's own words, one line, bounded. */
function errorText(data: unknown): string {
  const { message, errors } = (data !== null && typeof data === "object" ? data : {}) as Record<
    string,
    unknown
  >;
  const details = Array.isArray(errors)
    ? errors.map((error) => (typeof error === "string" ? error : JSON.stringify(error)))
    : [];
  const text = [typeof message === "string" && message !== "" ? message : "no reason given", ...details].join(
    "; ",
  );
  return redact(text.replace(/\s+/g, " ")).slice(0, 300);
}
