import { setTimeout as timer } from "node:timers/promises";
import type { Probot } from "probot";
import { type Clock, type Log, systemClock } from "../base/index.ts";
import type { OwnApp } from "./answers.ts";
import { appCalls } from "./app-calls.ts";
import type { AppGateway } from "./app-gateway.ts";
import { Calls, type Identity, type Traffic } from "./calls.ts";
import { checks } from "./checks.ts";
import { comments } from "./comments.ts";
import { deployments } from "./deployments.ts";
import type { RepositoryAccess, RepositoryGateway } from "./gateway.ts";
import { gitObjects } from "./git-objects.ts";
import { gitWrites } from "./git-writes.ts";
import { Pause } from "./pause.ts";
import { createProbot, probotLog, QuietOctokit } from "./probot.ts";
import { pulls } from "./pulls.ts";
import { Slots } from "./slots.ts";
import { suggestions } from "./suggestions.ts";
import { type TokenScope, Tokens } from "./tokens.ts";

export interface GitHubOptions {
  /** REST root: https://api.github.com, or https://HOST/api/v3 for an Enterprise Server. */
  readonly baseUrl: string;
  readonly appId: number;
  /** The App's private key, PEM. */
  readonly privateKey: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** In place of the global fetch: for tests that look at every request. */
  readonly fetch?: typeof fetch;
  /** Waits that many milliseconds; in place of a timer, for tests. */
  readonly wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** GitHub as Zonewright's App sees it. */
export interface GitHub extends AppGateway {
  /** Holds the App's credentials; registerApp makes it Zonewright as a Probot app. */
  readonly probot: Probot;
  /** A repository; all its calls end when `signal` does. */
  repository(access: RepositoryAccess, signal?: AbortSignal): RepositoryGateway;
}

/** GitHub allows an App 100 requests at once, over all processes. */
const AT_ONCE = 10;

/** The way to GitHub. Nothing is sent before the first call. Throws UsageError if the private key is none. */
export function createGitHub(options: GitHubOptions): GitHub {
  const { clock = systemClock, wait = defaultWait, fetch, log } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const probot = createProbot({ ...options, baseUrl, fetch });
  const traffic = new Map<number, Traffic>();
  const app = new Calls({
    identity: appIdentity(probot),
    traffic: newTraffic(clock),
    wait,
    signal: undefined,
  });
  const tokens = new Tokens(app, clock);
  // It has no credentials of its own: each call brings a token cut down to what it needs (tokens.ts), which
  // probot.auth(installationId) cannot do.
  const bare = new QuietOctokit({
    baseUrl,
    authStrategy: undefined,
    log: probotLog(log),
    ...(fetch && { request: { fetch } }),
  });
  const gateway = appCalls(app, (id) => callsAs({ installationId: id, repositoryId: undefined }, undefined));
  const own = once(() => gateway.app());

  function callsAs(scope: Omit<TokenScope, "kind">, signal: AbortSignal | undefined): Calls {
    const identity: Identity = {
      octokit: async () => bare,
      authorization: async (kind) => `token ${await tokens.get({ ...scope, kind })}`,
      discard: (kind) => tokens.discard({ ...scope, kind }),
    };
    const shared = traffic.get(scope.installationId) ?? newTraffic(clock);
    traffic.set(scope.installationId, shared);
    return new Calls({ identity, traffic: shared, wait, signal });
  }

  return {
    ...gateway,
    probot,
    repository(access, signal) {
      const { installationId, id, owner, name } = access;
      const calls = callsAs({ installationId, repositoryId: id }, signal);
      const about = {
        calls,
        repository: access,
        where: { owner, repo: name },
        name: `${owner}/${name}`,
        own,
      };
      return {
        repository: access,
        ...pulls(about),
        ...suggestions(about),
        ...gitObjects(about),
        ...gitWrites(about),
        ...checks(about),
        ...comments(about),
        ...deployments(about),
      };
    },
  };
}

/** The App itself, by JWT: Probot's Octokit signs one for each request. */
function appIdentity(probot: Probot): Identity {
  return {
    octokit: () => probot.auth(),
    authorization: async () => undefined,
    discard: () => undefined,
  };
}

function newTraffic(clock: Clock): Traffic {
  return { pause: new Pause(clock), slots: new Slots(AT_ONCE) };
}

/** Asks once; after an error, again. */
function once(ask: () => Promise<OwnApp>): () => Promise<OwnApp> {
  let asked: Promise<OwnApp> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

async function defaultWait(ms: number, signal?: AbortSignal): Promise<void> {
  await timer(ms, undefined, signal && { signal });
}
