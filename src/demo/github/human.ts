import type { FileChanges } from "./options.ts";

export interface NewPull {
  /** A branch; "login:branch" is one of that person's fork. */
  readonly head: string;
  readonly base?: string;
  readonly title: string;
  readonly body?: string;
  readonly draft?: boolean;
}

export interface NewCommit {
  readonly branch: string;
  /** Where a new branch starts: a branch or commit; default the default branch. */
  readonly from?: string;
  readonly message: string;
  readonly files: FileChanges;
  /** True: the branch is in the person's own fork. */
  readonly fork?: boolean;
  /** Replace the branch's tip instead of adding to it: a force push. */
  readonly amend?: boolean;
}

export interface NewLineComment {
  readonly path: string;
  readonly line: number;
  readonly startLine?: number;
  readonly body: string;
}

/** Something done on GitHub's pages or with git by a person. Each resolves when GitHub has done it, before its webhooks are delivered. */
export interface Human {
  readonly login: string;
  /** Commits files to a branch, made if it is missing, and pushes. Returns the new tip. */
  commitFiles(repository: string, commit: NewCommit): Promise<string>;
  /** Commits straight to a branch, by default the default branch: nobody's review, nobody's pull request. */
  pushDirect(repository: string, commit: Omit<NewCommit, "branch"> & { branch?: string }): Promise<string>;
  /** Moves a branch to a commit, forced. */
  resetBranch(repository: string, branch: string, to: string): Promise<void>;
  deleteBranch(repository: string, branch: string): Promise<void>;
  /** Opens a pull request and returns its number. */
  openPull(repository: string, pull: NewPull): Promise<number>;
  editPull(
    repository: string,
    number: number,
    changes: { title?: string; body?: string; base?: string },
  ): Promise<void>;
  closePull(repository: string, number: number): Promise<void>;
  reopenPull(repository: string, number: number): Promise<void>;
  readyForReview(repository: string, number: number): Promise<void>;
  convertToDraft(repository: string, number: number): Promise<void>;
  /** Merges with a merge commit; the merge's sha. Throws ApiError as the REST call would answer. */
  mergePull(repository: string, number: number): Promise<string>;
  /** Merges the base into the head: the "Update branch" button. */
  updateBranch(repository: string, number: number): Promise<void>;
  /** Reviews; each returns the review's id. */
  approve(repository: string, number: number, body?: string): Promise<number>;
  requestChanges(repository: string, number: number, body: string): Promise<number>;
  /** A review without a verdict, with comments on lines of the diff. */
  reviewLines(
    repository: string,
    number: number,
    comments: readonly NewLineComment[],
    body?: string,
  ): Promise<number>;
  dismissReview(repository: string, number: number, review: number, message: string): Promise<void>;
  editReview(repository: string, number: number, review: number, body: string): Promise<void>;
  /** A comment in the pull request's conversation; its id. */
  comment(repository: string, number: number, body: string): Promise<number>;
  editComment(repository: string, comment: number, body: string): Promise<void>;
  deleteComment(repository: string, comment: number): Promise<void>;
  /** Commits the ```suggestion block of a line comment to the head, as the "Commit suggestion" button does. The new head. */
  applySuggestion(repository: string, number: number, comment: number): Promise<string>;
  /** The "Re-run" button of a check run. */
  rerequestCheck(repository: string, checkRun: number): Promise<void>;
  /** One of the check run's own buttons. */
  pressCheckAction(repository: string, checkRun: number, identifier: string): Promise<void>;
}
