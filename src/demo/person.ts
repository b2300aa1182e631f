import { ZonewrightError } from "../base/index.ts";
import { REPOSITORY } from "./acme.ts";
import type { StandInGitHub } from "./github/index.ts";

/** A check run as GitHub shows it. */
export interface SeenCheck {
  readonly id: number;
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly output: { readonly title: string; readonly summary: string };
}

/** A comment on lines of a pull request's diff. */
export interface SeenLineComment {
  readonly id: number;
  readonly pull_request_review_id: number;
  readonly path: string;
  readonly line: number;
  readonly start_line: number | null;
  readonly body: string;
  readonly user: { readonly login: string };
}

export interface SeenAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: string;
  readonly title: string;
  readonly message: string;
  readonly raw_details: string | null;
}

export interface SeenComment {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string };
}

export interface SeenPull {
  readonly merged: boolean;
  readonly state: string;
  readonly merge_commit_sha: string | null;
  readonly head: { readonly sha: string };
}

/** GitHub as a person sees it: what is on a pull request, read over the API with that person's token. */
export class Person {
  readonly #github: StandInGitHub;
  readonly #login: string;

  constructor(github: StandInGitHub, login: string) {
    this.#github = github;
    this.#login = login;
  }

  pull(number: number): Promise<SeenPull> {
    return this.#read(`/pulls/${number}`);
  }

  /** The newest check run on a commit; undefined while there is none. */
  async check(sha: string): Promise<SeenCheck | undefined> {
    return [...(await this.checks(sha))].sort((a, b) => b.id - a.id)[0];
  }

  /** All check runs on a commit. */
  async checks(sha: string): Promise<SeenCheck[]> {
    return (await this.#read<{ check_runs: SeenCheck[] }>(`/commits/${sha}/check-runs?filter=all`))
      .check_runs;
  }

  annotations(check: number): Promise<SeenAnnotation[]> {
    return this.#read(`/check-runs/${check}/annotations`);
  }

  comments(number: number): Promise<SeenComment[]> {
    return this.#read(`/issues/${number}/comments`);
  }

  /** Comments on the lines of the diff, suggestions among them. */
  lineComments(number: number): Promise<SeenLineComment[]> {
    return this.#read(`/pulls/${number}/comments?per_page=100`);
  }

  deployments(): Promise<{ readonly id: number; readonly sha: string }[]> {
    return this.#read("/deployments");
  }

  /** Newest first. */
  deploymentStatuses(
    deployment: number,
  ): Promise<{ readonly state: string; readonly description: string }[]> {
    return this.#read(`/deployments/${deployment}/statuses`);
  }

  /** How many commits a branch has that `base` has not. */
  async commitsSince(base: string, branch: string): Promise<number> {
    return (await this.#read<{ ahead_by: number }>(`/compare/${base}...${branch}`)).ahead_by;
  }

  async #read<T>(path: string): Promise<T> {
    const url = `${this.#github.apiUrl}/repos/${REPOSITORY}${path}`;
    const headers = {
      authorization: `Bearer ${this.#github.tokenOf(this.#login)}`,
      accept: "application/vnd.github+json",
    };
    const response = await fetch(url, { headers });
    if (!response.ok) throw new ZonewrightError(`reading ${path}`, `GitHub answered ${response.status}`);
    return (await response.json()) as T;
  }
}
