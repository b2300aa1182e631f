import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { Closing } from "../base/index.ts";
import type { Endpoint } from "../net/index.ts";
import { ALLOWED_ZONES, acmeFiles, PEOPLE, REPOSITORY, ZONES } from "./acme.ts";
import { type Bot, keepRunning, startBot } from "./bot-process.ts";
import { type StandInGitHub, startGitHub } from "./github/index.ts";
import { findNamed, startSecondary } from "./secondary.ts";

/** Everything the story plays on; all of it on loopback, in a temporary folder. */
export interface Stage {
  readonly github: StandInGitHub;
  readonly bot: Bot;
  /** The bot's own authoritative server. */
  readonly dns: Endpoint;
  /** BIND as a secondary, where it is installed. */
  readonly secondary: Endpoint | undefined;
  readonly storeFile: string;
  readonly logFile: string;
  /** How often the bot was started again because it had died. */
  restarts(): number;
  close(): Promise<void>;
}

export interface StageOptions {
  /** False: without BIND even where it is installed. */
  readonly named?: boolean;
  /** Program to run as the bot, for tests that watch it from inside. */
  readonly program?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A minute unless told. */
  readonly sweepEverySeconds?: number;
  /** Taken where they are free; for DNS 5300 unless told, for webhooks any. */
  readonly ports?: { readonly dns: number; readonly webhook: number };
  /** Starts the bot again when it dies, as a service manager would. */
  readonly survive?: boolean;
}

const PREFERRED_DNS_PORT = 5300;

/** Sets the stage: GitHub with the company's repository, the bot, its nameserver, and BIND if there is one. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const closing = new Closing();
  try {
    return await open(options, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function open(options: StageOptions, closing: Closing): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "zonewright-demo-"));
  closing.add(() => rmSync(folder, { recursive: true, force: true }));
  const keys = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  const secret = randomBytes(32).toString("hex");
  const app = { id: 4070, slug: "zonewright", name: "Zonewright", publicKeyPem: keys.publicKey };
  const accounts = [
    { login: PEOPLE.owner, type: "Organization" as const },
    { login: PEOPLE.developer, name: "Mia Developer" },
    { login: PEOPLE.reviewer, name: "Jonas Reviewer" },
  ];
  const github = await startGitHub({ app, accounts });
  closing.add(() => github.close());
  await github.createRepository({
    repository: REPOSITORY,
    files: acmeFiles(),
    collaborators: { [PEOPLE.developer]: "write", [PEOPLE.reviewer]: "write" },
  });
  const dns = { address: "127.0.0.1", port: await freePort(options.ports?.dns ?? PREFERRED_DNS_PORT) };
  const webhookPort = await freePort(options.ports?.webhook ?? 0);
  const named = options.named === false ? undefined : findNamed();
  const secondary =
    named === undefined ? undefined : { address: "127.0.0.1", port: await freePort(PREFERRED_DNS_PORT + 1) };
  if (named && secondary) {
    const running = await startSecondary({
      program: named,
      folder: join(folder, "named"),
      listen: secondary,
      primary: dns,
      zones: ZONES,
    });
    closing.add(() => running.stop());
  }
  const logFile = join(folder, "bot.log");
  const storeFile = join(folder, "zonewright.db");
  const config = join(folder, "zonewright.yml");
  const adopt = github.tip(REPOSITORY, "main")!;
  writeFileSync(
    config,
    stringify(
      operatorConfig({
        webhookPort,
        storeFile,
        dns,
        secondary,
        adopt,
        sweepEverySeconds: options.sweepEverySeconds,
      }),
    ),
  );
  const env = {
    APP_ID: String(app.id),
    PRIVATE_KEY: keys.privateKey,
    WEBHOOK_SECRET: secret,
    GITHUB_API_URL: github.apiUrl,
    ...options.env,
  };
  const start = () =>
    startBot({ config, env, logFile, ...(options.program ? { program: options.program } : {}) });
  const bot = await keepRunning(start, options.survive === true);
  closing.add(() => bot.stop());
  github.setWebhook(bot.webhookUrl, secret);
  return {
    github,
    bot,
    dns,
    secondary,
    storeFile,
    logFile,
    restarts: bot.restarts,
    close: () => closing.close(),
  };
}

interface OperatorFacts {
  readonly webhookPort: number;
  readonly storeFile: string;
  readonly dns: Endpoint;
  readonly secondary: Endpoint | undefined;
  readonly adopt: string;
  readonly sweepEverySeconds: number | undefined;
}

function operatorConfig({
  webhookPort,
  storeFile,
  dns,
  secondary,
  adopt,
  sweepEverySeconds,
}: OperatorFacts): object {
  return {
    listen: { address: "127.0.0.1", port: webhookPort },
    store: { path: storeFile },
    ...(sweepEverySeconds === undefined ? {} : { sweep: { every: `${sweepEverySeconds}s` } }),
    targets: {
      public: {
        kind: "hidden-primary",
        listen: dns,
        secondaries: secondary ? [{ name: "named", ...secondary }] : [],
        nameservers: [{ name: "primary", ...dns }, ...(secondary ? [{ name: "named", ...secondary }] : [])],
      },
    },
    repositories: [{ repository: REPOSITORY, branch: "main", target: "public", zones: ALLOWED_ZONES, adopt }],
  };
}

/** A port nobody listens on, the preferred one if it is free. */
async function freePort(preferred: number): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const server = createServer();
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        const { port: found } = server.address() as { port: number };
        server.close(() => resolve(found));
      });
    });
  return preferred === 0 ? attempt(0) : attempt(preferred).catch(() => attempt(0));
}
