import { generateKeyPairSync, randomInt } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jest } from "@jest/globals";
import { type App, startApp } from "../../src/app.ts";
import { silentLog } from "../../src/base/index.ts";
import type { OperatorConfig } from "../../src/config/index.ts";
import { type RepositoryOptions, type StandInGitHub, startGitHub } from "../../src/demo/github/index.ts";
import { ask, Person, waitFor } from "../../src/demo/index.ts";
import type { Nameserver } from "../../src/deploy/index.ts";
import { openStore, type Store } from "../../src/store/index.ts";
import { Contract, formatViolation } from "../github-api/contract.ts";
import { judgeExchange } from "../github-api/judge-exchange.ts";
import { firstFiles, REPOSITORY } from "./acme.ts";
import { Member } from "./member.ts";
import { RecordingLog } from "./recording-log.ts";
import type { Relay } from "./relay.ts";

const keys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const contract = new Contract();
const SECRET = "a secret of at least thirty-two characters";
const APP = { id: 4711, slug: "zonewright", name: "Zonewright", publicKeyPem: keys.publicKey };
/** Long, for a machine with much else to do. */
const PATIENCE_MS = 30_000;
jest.setTimeout(90_000);
const LOOPBACK = "127.0.0.1";

export interface WorldOptions {
  /** Files of the first commit on top of the usual ones; null leaves one out. */
  readonly files?: Readonly<Record<string, string | null>>;
  readonly sweepEveryMs?: number;
  /** How often the checks are run against the nameservers; never unless told. */
  readonly monitorEveryMs?: number;
  /** Asked besides the bot's own server, which it asks. */
  readonly relay?: Relay;
  /** Another program that takes the zones over from the bot's server, and is asked too. */
  readonly secondary?: Nameserver;
  /** Port of the bot's own server: a free one unless told. */
  readonly dnsPort?: number;
  readonly verifyDeadlineMs?: number;
  /** Zones the operator lets the repository deploy. */
  readonly zones?: readonly string[];
  readonly rules?: RepositoryOptions["rules"];
  /** Another branch the operator deploys from, with this zone. */
  readonly alsoBound?: { readonly branch: string; readonly zone: string };
  /** False: the operator named no commit to start from. */
  readonly adopt?: boolean;
}

/** A company on a stand-in GitHub, with the bot as it is in this process, its store and its nameserver. */
export class World implements AsyncDisposable {
  readonly github: StandInGitHub;
  readonly log = new RecordingLog();
  readonly violations: string[] = [];
  readonly dns: Nameserver;
  readonly #config: OperatorConfig;
  readonly #folder: string;
  readonly #before: string[];
  #app: App | undefined;
  #store: Store | undefined;
  #verifyDeadlineMs: number;

  constructor(
    github: StandInGitHub,
    dns: Nameserver,
    config: OperatorConfig,
    folder: string,
    deadline: number,
  ) {
    this.github = github;
    this.dns = dns;
    this.#config = config;
    this.#folder = folder;
    this.#verifyDeadlineMs = deadline;
    this.#before = openHandles();
    github.onExchange(
      judgeExchange((violation) => this.violations.push(formatViolation(violation)), contract),
    );
  }

  /** Writes; opens most pull requests. */
  readonly mia = new Member(this, "mia");
  /** Writes; reviews. */
  readonly jonas = new Member(this, "jonas");
  /** Writes too. */
  readonly kim = new Member(this, "kim");
  /** Administers the repository. */
  readonly olga = new Member(this, "olga");
  /** May only read. */
  readonly rita = new Member(this, "rita");
  /** Another App with write access. */
  readonly robot = new Member(this, "robo[bot]");

  /** GitHub as anyone sees it who may read. */
  get seen(): Person {
    return new Person(this.github, "olga");
  }

  get tip(): string {
    return this.github.tip(REPOSITORY, "main")!;
  }

  async start(): Promise<void> {
    this.#store ??= await openStore({ path: this.#config.store.path, log: silentLog });
    this.#app = await startApp({
      config: this.#config,
      log: this.log,
      verifyDeadlineMs: this.#verifyDeadlineMs,
    });
    this.github.setWebhook(this.#app.webhookUrl, SECRET);
  }

  /** Stops the bot; webhooks go to nobody until it starts again. */
  async stop(): Promise<void> {
    const began = performance.now();
    await this.#app?.stop();
    this.#app = undefined;
    const took = performance.now() - began;
    if (took > 5_000) throw new Error(`the bot took ${took} ms to stop`);
  }

  get store(): Store {
    return this.#store!;
  }

  /** Resolves when nothing is under way or asked for, sweeps and rounds of the future left out. */
  async quiet(): Promise<void> {
    const settled = async () => {
      await this.github.idle();
      const lanes = await this.store.lanes.list();
      const busy = lanes.some(
        ({ key, owner, dueAt }) =>
          owner !== undefined ||
          (dueAt !== undefined && (!/^(?:sweep|monitor):/.test(key) || dueAt <= Date.now())),
      );
      return busy ? undefined : true;
    };
    await waitFor("the bot to have nothing more to do", settled, PATIENCE_MS);
  }

  /** Waits until the bot's nameserver answers so; "no answer (rcode N)" where the answer is empty. */
  async serves(name: string, type: string, answer: string): Promise<void> {
    let last = "";
    await waitFor(
      `${name} ${type} to be ${answer}`,
      async () => {
        last = await this.asks(name, type);
        return last.includes(answer) ? true : undefined;
      },
      PATIENCE_MS,
    ).catch((cause: unknown) => {
      throw new Error(`${name} ${type} is ${last}`, { cause });
    });
  }

  /** What the bot's nameserver answers now. */
  asks(name: string, type: string): Promise<string> {
    return ask(this.dns, `${name}.`, type).catch(String);
  }

  /** The zone's serial as served now. */
  async serial(zone = "acme.example"): Promise<number> {
    return Number(/ SOA \S+ \S+ (\d+) /.exec(await this.asks(zone, "SOA"))?.[1]);
  }

  /** Requests of the bot that changed something, as "METHOD path", answered or not. */
  writes(pattern: RegExp): string[] {
    return this.github.requests
      .filter(({ method, actor }) => method !== "GET" && (actor ?? "zonewright[bot]") === "zonewright[bot]")
      .map(({ method, path }) => `${method} ${path}`)
      .filter((line) => pattern.test(line));
  }

  async waitFor<T>(what: string, look: () => Promise<T | undefined>, withinMs = PATIENCE_MS): Promise<T> {
    return waitFor(what, look, withinMs);
  }

  /** Everything must have been right: requests and answers as GitHub describes them, no error logged, nothing left open. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.stop();
      await this.#store?.close();
    } finally {
      await this.github.close();
      rmSync(this.#folder, { recursive: true, force: true });
    }
    const left = openHandles().filter((handle) => !this.#before.includes(handle));
    if (left.length > 0) throw new Error(`left open: ${left.join(", ")}`);
    if (this.violations.length > 0) throw new Error(this.violations.join("\n"));
    const errors = this.log.lines.filter(({ level }) => level === "error");
    if (errors.length > 0) throw new Error(`logged as errors: ${JSON.stringify(errors)}`);
  }
}

/** Sets everything up and waits until the adopted commit is served. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "zonewright-e2e-"));
  const github = await startGitHub({
    app: APP,
    accounts: [
      { login: "acme", type: "Organization" },
      ...["mia", "jonas", "kim", "olga", "rita"].map((login) => ({ login })),
      { login: "robo[bot]", type: "Bot" as const },
    ],
    mergeabilityDelayMs: 0,
  });
  const files = Object.entries({ ...firstFiles(), ...options.files });
  await github.createRepository({
    repository: REPOSITORY,
    files: Object.fromEntries(files.filter((entry): entry is [string, string] => entry[1] !== null)),
    collaborators: {
      mia: "write",
      jonas: "write",
      kim: "write",
      olga: "admin",
      rita: "read",
      "robo[bot]": "write",
    },
    ...(options.rules && { rules: options.rules }),
  });
  const dns = { name: "primary", address: LOOPBACK, port: options.dnsPort ?? (await freePort()) };
  if (options.relay) options.relay.to = dns;
  const adopt = github.tip(REPOSITORY, "main")!;
  const config: OperatorConfig = {
    listen: { address: LOOPBACK, port: 0 },
    store: { path: join(folder, "zonewright.db") },
    logLevel: "silent",
    github: {
      baseUrl: github.apiUrl,
      appId: APP.id,
      privateKey: keys.privateKey,
      webhookSecrets: [SECRET],
    },
    targets: {
      public: {
        kind: "hidden-primary",
        listen: { address: LOOPBACK, port: dns.port },
        secondaries: options.secondary ? [options.secondary] : [],
        nameservers: [
          dns,
          ...(options.relay ? [options.relay.nameserver] : []),
          ...(options.secondary ? [options.secondary] : []),
        ],
      },
    },
    repositories: [
      {
        repository: REPOSITORY,
        branch: "main",
        target: "public",
        zones: options.zones ?? ["acme.example.", "cdn.example.", "new.example."],
        views: ["default"],
        ...(options.adopt !== false && { adopt }),
      },
      ...(options.alsoBound
        ? [
            {
              repository: REPOSITORY,
              branch: options.alsoBound.branch,
              target: "public",
              zones: [options.alsoBound.zone],
              views: ["default"],
            },
          ]
        : []),
    ],
    sweep: { everyMs: options.sweepEveryMs ?? 60_000 },
    monitor: { everyMs: options.monitorEveryMs },
  };
  const world = new World(github, dns, config, folder, options.verifyDeadlineMs ?? 5_000);
  await world.start();
  if (options.adopt !== false) await world.serves("www.acme.example", "A", "192.0.2.10");
  await world.quiet();
  return world;
}

/** Servers, sockets of DNS, and threads that are open in this process. */
function openHandles(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((kind) =>
      ["TCPServerWrap", "UDPWRAP", "UDPWrap", "Worker", "WORKER", "ChildProcess"].includes(kind),
    );
}

/** Outside the range that outgoing connections take theirs from: nobody takes it while the bot restarts. */
export async function freePort(): Promise<number> {
  const port = randomInt(10_000, 32_000);
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, LOOPBACK, () => server.close(() => resolve(true)));
  });
  return isFree ? port : freePort();
}
