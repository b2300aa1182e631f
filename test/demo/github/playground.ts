import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Octokit } from "@octokit/rest";
import {
  type AppOptions,
  type GitHubOptions,
  type StandInGitHub,
  startGitHub,
} from "../../../src/demo/github/index.ts";
import { formatViolation } from "../../github-api/contract.ts";
import { judgeExchange } from "../../github-api/judge-exchange.ts";
import type { Setting } from "./cases/case.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

export const app: AppOptions = {
  id: 4711,
  slug: "zonewright",
  name: "Zonewright",
  publicKeyPem: publicKey.export({ type: "spki", format: "pem" }) as string,
};

export const webhookSecret = "a secret of at least thirty-two characters";

/** A JWT as the App signs them; `claims` replace the usual ones. */
export function appJwt(claims: Record<string, unknown> = {}, nowMs = Date.now()): string {
  const now = Math.floor(nowMs / 1000);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part({ iss: app.id, iat: now - 30, exp: now + 500, ...claims })}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), privateKey).toString("base64url")}`;
}

export interface ReceivedWebhook {
  readonly event: string;
  readonly guid: string;
  readonly signature: string;
  readonly raw: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads are whatever the stand-in sends
  readonly payload: any;
}

/** Takes webhooks and keeps them. */
export class Receiver {
  readonly received: ReceivedWebhook[] = [];
  status = 202;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Receiver> {
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const raw = Buffer.concat(chunks).toString("utf8");
      const header = (name: string) => String(request.headers[name]);
      receiver.received.push({
        event: header("x-github-event"),
        guid: header("x-github-delivery"),
        signature: header("x-hub-signature-256"),
        raw,
        payload: JSON.parse(raw),
      });
      response.writeHead(receiver.status).end("seen");
    });
    const receiver = new Receiver(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** `event.action` of all that came, in order. */
  names(): string[] {
    return this.received.map(({ event, payload }) => (payload.action ? `${event}.${payload.action}` : event));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** A stand-in with one repository, a webhook receiver, and every answer held against GitHub's description. */
export interface Playground extends AsyncDisposable {
  readonly github: StandInGitHub;
  readonly receiver: Receiver;
  readonly violations: readonly string[];
  readonly repository: string;
  client(token: string): Octokit;
  setting(): Promise<Setting>;
}

export const repository = "acme/dns";

export async function openPlayground(options: Partial<GitHubOptions> = {}): Promise<Playground> {
  const receiver = await Receiver.start();
  const github = await startGitHub({
    app,
    accounts: [
      { login: "acme", type: "Organization" },
      { login: "ada", name: "Ada" },
      { login: "grace", name: "Grace" },
      { login: "reader" },
    ],
    webhook: { url: receiver.url, secret: webhookSecret },
    ...options,
  });
  const violations: string[] = [];
  github.onExchange(
    judgeExchange((violation, status) => {
      // A request that was refused with 422 was meant to be wrong.
      const meant = status === 422 && violation.part === "request body";
      if (!meant) violations.push(formatViolation(violation));
    }),
  );
  await github.createRepository({
    repository,
    files: { "README.md": "# Zones\n", "zones/example.com.zone": "one\ntwo\nthree\n" },
    collaborators: { ada: "write", grace: "write", reader: "read" },
  });
  const client = (token: string) => new Octokit({ baseUrl: github.apiUrl, auth: token, log: silent });
  return {
    github,
    receiver,
    violations,
    repository,
    client,
    async setting() {
      const ofApp = client(appJwt());
      const { data: installations } = await ofApp.rest.apps.listInstallations();
      const { data } = await ofApp.rest.apps.createInstallationAccessToken({
        installation_id: installations[0]!.id,
      });
      return {
        owner: "acme",
        repo: "dns",
        main: "main",
        author: client(github.tokenOf("ada")),
        reviewer: client(github.tokenOf("grace")),
        bot: client(data.token),
        app: ofApp,
        client,
      };
    },
    async [Symbol.asyncDispose]() {
      await github.close();
      await receiver.close();
    },
  };
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
