import { generateKeyPairSync } from "node:crypto";
import { afterAll, afterEach, beforeAll } from "@jest/globals";
import nock from "nock";
import type { Log, LogFields } from "../../src/base/index.ts";
import { createGitHub, type GitHub, type RepositoryGateway } from "../../src/github/index.ts";
import { Contract, contractFetch } from "../github-api/contract.ts";
import { APP } from "./names.ts";

export const API = "https://api.github.com";
export const INSTALLATION = 77;
export const REPOSITORY = { installationId: INSTALLATION, id: 12, owner: "acme", name: "dns" } as const;

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});
const contract = new Contract();

/** The gateway with GitHub played by nock, every request judged by GitHub's OpenAPI, and time that stands still. */
export interface Fixture {
  readonly github: GitHub;
  readonly gateway: RepositoryGateway;
  readonly api: nock.Scope;
  /** Milliseconds of each wait asked for. */
  readonly waits: number[];
  readonly clock: { ms: number; now(): number };
  /** Bodies of the token requests. */
  readonly tokens: Record<string, unknown>[];
  /** All that was logged, as JSON. */
  readonly logged: string[];
  /** Sent requests, "METHOD /path?query". */
  readonly sent: string[];
}

export function fixture(options: { signal?: AbortSignal } = {}): Fixture {
  const waits: number[] = [];
  const tokens: Record<string, unknown>[] = [];
  const logged: string[] = [];
  const sent: string[] = [];
  const clock = { ms: Date.parse("2026-11-20T12:00:00Z"), now: () => clock.ms };
  const judged = contractFetch(() => undefined, globalThis.fetch, contract);
  const github = createGitHub({
    baseUrl: API,
    appId: APP.id,
    privateKey,
    clock,
    log: recordingLog(logged),
    fetch: (input, init) => {
      const request = new Request(input, init);
      sent.push(`${request.method} ${request.url.slice(API.length)}`);
      return judged(request);
    },
    wait: async (ms) => void waits.push(ms),
  });
  nock(API)
    .persist()
    .post(`/app/installations/${INSTALLATION}/access_tokens`)
    .reply(201, async (request: Request) => ({
      token: `ghs_installationtoken${tokens.push((await request.json()) as Record<string, unknown>)}`,
      expires_at: "2026-11-20T13:00:00Z",
      permissions: {},
      repository_selection: "selected",
    }));
  return {
    github,
    gateway: github.repository(REPOSITORY, options.signal),
    api: nock(API),
    waits,
    clock,
    tokens,
    logged,
    sent,
  };
}

/** Keeps a test file off the network, and fails each test whose expected requests were not all made. */
export function playGitHub(): void {
  beforeAll(() => nock.disableNetConnect());
  afterEach(expectAllAsked);
  afterAll(() => nock.restore());
}

function expectAllAsked(): void {
  const left = nock.pendingMocks().filter((mock) => !mock.includes("/access_tokens"));
  nock.cleanAll();
  if (left.length > 0) throw new Error(`never asked: ${left.join(", ")}`);
}

/** What a promise is rejected with. */
export async function thrownBy(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

function recordingLog(lines: string[]): Log {
  const write = (fields: LogFields, message: string) =>
    void lines.push(JSON.stringify({ message, ...fields }));
  const log: Log = { debug: write, info: write, warn: write, error: write, child: () => log };
  return log;
}
