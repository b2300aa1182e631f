import type { Clock } from "../../base/index.ts";

export type Level = "read" | "write";
export type Permissions = Readonly<Record<string, Level>>;

/** What a person may do in a repository, by GitHub's role names. */
export type Role = "admin" | "maintain" | "write" | "triage" | "read" | "none";

/** An account of the story. Without `id` and `token` they follow from the login, so they stay the same between runs. */
export interface AccountOptions {
  readonly login: string;
  readonly id?: number;
  readonly type?: "User" | "Organization" | "Bot";
  readonly name?: string;
  readonly email?: string;
  /** Personal access token. */
  readonly token?: string;
}

/** The GitHub App under test. Without `permissions` and `events` it has those Zonewright asks for. */
export interface AppOptions {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly publicKeyPem: string;
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
}

export interface WebhookOptions {
  readonly url: string;
  readonly secret: string;
}

export interface GitHubOptions {
  /** Default 127.0.0.1. */
  readonly address?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  readonly webhook?: WebhookOptions;
  readonly app: AppOptions;
  readonly accounts: readonly AccountOptions[];
  /** Where the bare repositories go; kept after close. Default: a temporary folder, removed on close. */
  readonly dataDir?: string;
  readonly clock?: Clock;
  /** How long the background job that makes a pull request's test merge takes, in milliseconds. Default 5. */
  readonly mergeabilityDelayMs?: number;
}

/** Text or octets by path; `null` deletes the file. */
export type FileChanges = Readonly<Record<string, string | Uint8Array | null>>;

export interface RepositoryOptions {
  /** `owner/name`; the owner is one of the accounts. */
  readonly repository: string;
  readonly private?: boolean;
  readonly description?: string;
  /** Default "main". */
  readonly defaultBranch?: string;
  /** Files of the first commit. */
  readonly files: FileChanges;
  /** Roles by login; the owner is always admin. */
  readonly collaborators?: Readonly<Record<string, Role>>;
  /** Whether the App is installed on it from the start, default true. */
  readonly installed?: boolean;
  /** Rules that GET rules/branches tells of, by branch name; they are told, not enforced. */
  readonly rules?: Readonly<Record<string, readonly BranchRule[]>>;
}

/** One ruleset rule as GitHub lists it. */
export interface BranchRule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}
