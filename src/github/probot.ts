import { createPrivateKey, randomBytes } from "node:crypto";
import { type Logger, Probot, ProbotOctokit } from "probot";
import { type Log, redact, UsageError } from "../base/index.ts";

/**
 * Probot's Octokit without its retries and its throttling: they send a merge that failed four times and post comments
 * twice. Retrying is decided per call (calls.ts), pausing per installation (pause.ts). The function form is needed:
 * Probot lays its own `throttle` object over one given as an object.
 */
export const QuietOctokit = ProbotOctokit.defaults(
  (options: ConstructorParameters<typeof ProbotOctokit>[0] = {}) => ({
    ...options,
    retry: { enabled: false },
    throttle: { ...options.throttle, enabled: false },
  }),
);

export interface ProbotSettings {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly appId: number;
  readonly privateKey: string;
  readonly log: Log;
  readonly fetch: typeof fetch | undefined;
}

/**
 * The Probot that holds the App's credentials. Its own webhook receiver is never put on the network; should it be by
 * mistake, the secret nobody knows keeps it shut (without one Probot takes "development").
 * Throws UsageError if the private key is none.
 */
export function createProbot({ baseUrl, appId, privateKey, log, fetch }: ProbotSettings): Probot {
  refuseBadKey(privateKey);
  return new Probot({
    appId,
    privateKey,
    baseUrl,
    secret: randomBytes(32).toString("hex"),
    Octokit: QuietOctokit,
    log: probotLog(log),
    ...(fetch && { request: { fetch } }),
  });
}

/** Otherwise every call would fail as if GitHub were away. Keys in one line, as environments hold them, are fine. */
function refuseBadKey(privateKey: string): void {
  try {
    if (createPrivateKey(privateKey.replaceAll("\\n", "\n")).asymmetricKeyType === "rsa") return;
  } catch {
    // The same answer as for a key of another kind.
  }
  throw new UsageError(
    "starting the GitHub App",
    "the private key is no RSA key in PEM form",
    "set PRIVATE_KEY or PRIVATE_KEY_PATH to the key that GitHub gave when you registered the App",
  );
}

/** Our log in the shape Probot wants. Of what Probot says only the text is kept: its fields hold bodies of requests. */
export function probotLog(log: Log): Logger {
  const say = (level: "debug" | "info" | "warn" | "error") => (first: unknown, second?: unknown) => {
    const text = typeof first === "string" ? first : second;
    log[level]({ said: typeof text === "string" ? redact(text) : undefined }, "Probot");
  };
  const logger = {
    trace: () => undefined,
    debug: say("debug"),
    info: say("info"),
    warn: say("warn"),
    error: say("error"),
    fatal: say("error"),
    child: () => logger,
  };
  return logger as unknown as Logger;
}
