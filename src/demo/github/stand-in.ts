import type { ExchangeHook, RequestHook, RequestRecord } from "./exchange.ts";
import type { Faults } from "./faults.ts";
import type { Human } from "./human.ts";
import type { RepositoryOptions, Role } from "./options.ts";

/** A webhook delivery as the App's delivery log has it. */
export interface DeliveryRecord {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly redelivery: boolean;
  /** The receiver's status, or 0 where it could not be reached. */
  readonly status: number;
  readonly payload: unknown;
}

/** A running stand-in for GitHub, with one App and some accounts. */
export interface StandInGitHub {
  /** Where its pages are: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Base of the REST API, as GitHub Enterprise has it: `url` + `/api/v3`. */
  readonly apiUrl: string;
  readonly faults: Faults;
  readonly requests: readonly RequestRecord[];
  readonly deliveries: readonly DeliveryRecord[];
  createRepository(options: RepositoryOptions): Promise<void>;
  /** Installs the App on a repository, or takes it off again; with the webhooks for it. */
  setInstalled(repository: string, installed: boolean): void;
  /** Suspends the installation on an account, or ends that; with the webhook for it. */
  setSuspended(account: string, suspended: boolean): void;
  setRole(repository: string, login: string, role: Role): void;
  /** A person at work. Throws UsageError if there is no such account. */
  as(login: string): Human;
  /** The account's personal access token. */
  tokenOf(login: string): string;
  /** Sends webhooks there from now on; undefined sends none (they are not kept for later). */
  setWebhook(url: string | undefined, secret?: string): void;
  /** Adds a hook and returns what removes it. */
  onRequest(hook: RequestHook): () => void;
  /** Adds a hook and returns what removes it. */
  onExchange(hook: ExchangeHook): () => void;
  /** The commit a branch points at; undefined if there is no such branch. */
  tip(repository: string, branch: string): string | undefined;
  /** A file's text at a commit or branch; undefined if there is none. */
  fileAt(repository: string, ref: string, path: string): Promise<string | undefined>;
  /** Resolves once nothing is under way: no request, no webhook, no background job. */
  idle(): Promise<void>;
  close(): Promise<void>;
}
