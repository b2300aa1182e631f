import { type Clock, UsageError } from "../../../base/index.ts";
import type { AppOptions, Permissions } from "../options.ts";
import type { Webhooks } from "../webhooks.ts";
import { type Account, createAccount, webFlow } from "./account.ts";
import type { Pull } from "./pull.ts";
import type { Repository } from "./repository.ts";

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly publicKeyPem: string;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  readonly owner: Account;
  readonly bot: Account;
  readonly createdAt: number;
}

/** The App's installation on one account. */
export interface Installation {
  readonly id: number;
  readonly account: Account;
  readonly createdAt: number;
  suspendedAt: number | undefined;
}

/** Who acts, and whether it is the App that does. */
export interface Actor {
  readonly account: Account;
  readonly byApp: boolean;
}

const defaultPermissions: Permissions = {
  metadata: "read",
  contents: "write",
  pull_requests: "write",
  checks: "write",
  deployments: "write",
  issues: "write",
};

const defaultEvents = [
  "deployment_status",
  "issue_comment",
  "pull_request",
  "pull_request_review",
  "push",
  "repository",
];

/** All state of the stand-in: accounts, repositories, the App and where it is installed. */
export class Hub {
  readonly clock: Clock;
  readonly app: App;
  readonly webhooks: Webhooks;
  readonly accounts = new Map<string, Account>();
  readonly repositories = new Map<string, Repository>();
  /** By account id. */
  readonly installations = new Map<number, Installation>();
  /** Set once the server listens. */
  url = "";
  /** Background jobs under way. */
  readonly jobs = new Set<Promise<void>>();
  /** Pull requests whose test merge is being renewed. */
  readonly renewing = new Set<Pull>();
  readonly mergeabilityDelayMs: number;
  #lastId = 1000;

  constructor(options: {
    clock: Clock;
    app: AppOptions;
    accounts: readonly Account[];
    webhooks: Webhooks;
    mergeabilityDelayMs: number;
  }) {
    this.clock = options.clock;
    this.webhooks = options.webhooks;
    this.mergeabilityDelayMs = options.mergeabilityDelayMs;
    const bot = createAccount({ login: `${options.app.slug}[bot]`, type: "Bot" });
    for (const account of [...options.accounts, bot, webFlow]) {
      this.accounts.set(account.login.toLowerCase(), account);
    }
    this.app = {
      ...options.app,
      permissions: options.app.permissions ?? defaultPermissions,
      events: options.app.events ?? defaultEvents,
      owner: options.accounts[0] ?? bot,
      bot,
      createdAt: options.clock.now(),
    };
  }

  get apiUrl(): string {
    return `${this.url}/api/v3`;
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  account(login: string): Account {
    const account = this.accounts.get(login.toLowerCase());
    if (!account)
      throw new UsageError(`finding the account ${login}`, "the stand-in GitHub has none of that name");
    return account;
  }

  /** The account a commit's e-mail address belongs to. */
  accountByEmail(email: string): Account | undefined {
    const wanted = email.toLowerCase();
    return [...this.accounts.values()].find(
      (account) =>
        account.email.toLowerCase() === wanted ||
        `${account.id}+${account.login}@users.noreply.github.com`.toLowerCase() === wanted,
    );
  }

  repository(fullName: string): Repository {
    const repository = this.repositories.get(fullName.toLowerCase());
    if (!repository)
      throw new UsageError(`finding the repository ${fullName}`, "the stand-in GitHub has none of that name");
    return repository;
  }

  /** The installation that covers a repository, suspended or not. */
  installationOn(repository: Repository): Installation | undefined {
    return repository.installed ? this.installations.get(repository.owner.id) : undefined;
  }

  /** Runs work in the background; idle() waits for it. */
  background(work: () => Promise<void>): void {
    const job = work().finally(() => this.jobs.delete(job));
    this.jobs.add(job);
  }
}
