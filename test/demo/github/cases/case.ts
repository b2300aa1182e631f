import type { Octokit } from "@octokit/rest";

/** Who a case needs: who opens pull requests, who reviews them (both with write access), the App's installation, the App itself. */
export type Part = "author" | "reviewer" | "bot" | "app";

/** Where cases are played: a repository on the stand-in or on a real GitHub, and a client for each part. */
export interface Setting {
  readonly owner: string;
  readonly repo: string;
  /** The default branch; cases make their own bases where they move one. */
  readonly main: string;
  readonly author: Octokit;
  readonly reviewer: Octokit;
  readonly bot: Octokit;
  readonly app: Octokit;
  /** A client with a token the case got itself. */
  client(token: string): Octokit;
}

/** One thing GitHub does. It fails by throwing. */
export interface Case {
  /** Section of the notes on GitHub's semantics this stands for. */
  readonly section: string;
  readonly says: string;
  readonly needs: readonly Part[];
  run(setting: Setting): Promise<void>;
}
