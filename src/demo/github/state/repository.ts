import type { Objects } from "../git/objects.ts";
import type { BranchRule, Role } from "../options.ts";
import type { Account } from "./account.ts";
import type { CheckRun, CheckSuite } from "./check.ts";
import type { Deployment } from "./deployment.ts";
import type { Fork, IssueComment, Pull } from "./pull.ts";

/** Everything GitHub knows of one repository; its objects are in a real bare git repository. */
export class Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly private: boolean;
  readonly description: string | undefined;
  readonly defaultBranch: string;
  readonly objects: Objects;
  readonly rules: Readonly<Record<string, readonly BranchRule[]>>;
  readonly createdAt: number;
  pushedAt: number;
  installed: boolean;
  /** Branches, tags and GitHub's own refs, by full name. What is here is in the bare repository too. */
  readonly refs = new Map<string, string>();
  /** By account id. */
  readonly roles = new Map<number, Role>();
  /** By account id. */
  readonly forks = new Map<number, Fork>();
  readonly pulls = new Map<number, Pull>();
  readonly comments = new Map<number, IssueComment>();
  readonly checkSuites = new Map<string, CheckSuite>();
  readonly checkRuns = new Map<number, CheckRun>();
  readonly deployments = new Map<number, Deployment>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    fields: Pick<
      Repository,
      | "id"
      | "owner"
      | "name"
      | "private"
      | "description"
      | "defaultBranch"
      | "objects"
      | "rules"
      | "createdAt"
    >,
  ) {
    this.id = fields.id;
    this.owner = fields.owner;
    this.name = fields.name;
    this.private = fields.private;
    this.description = fields.description;
    this.defaultBranch = fields.defaultBranch;
    this.objects = fields.objects;
    this.rules = fields.rules;
    this.createdAt = fields.createdAt;
    this.pushedAt = fields.createdAt;
    this.installed = false;
  }

  get fullName(): string {
    return `${this.owner.login}/${this.name}`;
  }

  branch(name: string): string | undefined {
    return this.refs.get(`refs/heads/${name}`);
  }

  roleOf(account: Account): Role {
    if (account.id === this.owner.id) return "admin";
    return this.roles.get(account.id) ?? (this.private ? "none" : "read");
  }

  /** Does one piece of work at a time, in the order asked: all that changes this repository goes through here. */
  async exclusive<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return await mine;
  }
}

const canWrite: ReadonlySet<Role> = new Set(["admin", "maintain", "write"]);

/** Whether the role may push and merge. */
export function mayWrite(role: Role): boolean {
  return canWrite.has(role);
}
