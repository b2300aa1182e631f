import type { FileChanges } from "../../src/demo/github/index.ts";
import { REPOSITORY, ZONE } from "./acme.ts";
import { PullInWorld } from "./pull.ts";
import type { World } from "./world.ts";

export interface OpenedPull {
  readonly files: FileChanges;
  readonly title?: string;
  readonly branch?: string;
  readonly base?: string;
  /** Where the branch starts; the base unless told. */
  readonly from?: string;
  readonly draft?: boolean;
  /** True: from the person's own fork. */
  readonly fork?: boolean;
}

/** Somebody of the company at work on GitHub. */
export class Member {
  readonly #world: World;
  readonly #login: string;

  constructor(world: World, login: string) {
    this.#world = world;
    this.#login = login;
  }

  get #person() {
    return this.#world.github.as(this.#login);
  }

  async opensPull({
    files,
    branch = "change",
    title = `Change ${Object.keys(files)[0]}`,
    base,
    from,
    draft,
    fork,
  }: OpenedPull): Promise<PullInWorld> {
    await this.#person.commitFiles(REPOSITORY, {
      branch,
      message: title,
      files,
      ...((from ?? base) && { from: (from ?? base)! }),
      ...(fork && { fork }),
    });
    const number = await this.#person.openPull(REPOSITORY, {
      head: fork ? `${this.#login}:${branch}` : branch,
      title,
      ...(base && { base }),
      ...(draft && { draft }),
    });
    return new PullInWorld(this.#world, number, branch);
  }

  /** Opens a pull request that makes this the text of the main zone. */
  changesZone(text: string, branch = "change"): Promise<PullInWorld> {
    return this.opensPull({ files: { [ZONE]: text }, branch });
  }

  /** Another commit on the pull request's branch. */
  pushes(pull: PullInWorld, files: FileChanges, message = "Go on"): Promise<string> {
    return this.#person.commitFiles(REPOSITORY, { branch: pull.branch, message, files });
  }

  /** Replaces the branch's tip. */
  amends(pull: PullInWorld, files: FileChanges, message: string): Promise<string> {
    return this.#person.commitFiles(REPOSITORY, { branch: pull.branch, message, files, amend: true });
  }

  pushesTo(branch: string, files: FileChanges, from?: string): Promise<string> {
    return this.#person.commitFiles(REPOSITORY, {
      branch,
      message: `Straight to ${branch}`,
      files,
      ...(from && { from }),
    });
  }

  approves({ number }: PullInWorld): Promise<number> {
    return this.#person.approve(REPOSITORY, number);
  }

  asksForChanges({ number }: PullInWorld): Promise<number> {
    return this.#person.requestChanges(REPOSITORY, number, "Not like this.");
  }

  dismisses({ number }: PullInWorld, review: number): Promise<void> {
    return this.#person.dismissReview(REPOSITORY, number, review, "Seen to.");
  }

  retargets({ number }: PullInWorld, base: string): Promise<void> {
    return this.#person.editPull(REPOSITORY, number, { base });
  }

  closes({ number }: PullInWorld): Promise<void> {
    return this.#person.closePull(REPOSITORY, number);
  }

  reopens({ number }: PullInWorld): Promise<void> {
    return this.#person.reopenPull(REPOSITORY, number);
  }

  marksReady({ number }: PullInWorld): Promise<void> {
    return this.#person.readyForReview(REPOSITORY, number);
  }

  merges({ number }: PullInWorld): Promise<string> {
    return this.#person.mergePull(REPOSITORY, number);
  }

  updatesBranch({ number }: PullInWorld): Promise<void> {
    return this.#person.updateBranch(REPOSITORY, number);
  }

  /** One of the buttons of a check run. */
  presses(button: "fix" | "recheck", check: { readonly id: number }): Promise<void> {
    return this.#person.pressCheckAction(REPOSITORY, check.id, button);
  }

  /** The "Commit suggestion" button. The new head. */
  commitsSuggestion({ number }: PullInWorld, comment: { readonly id: number }): Promise<string> {
    return this.#person.applySuggestion(REPOSITORY, number, comment.id);
  }

  deletesComment(id: number): Promise<void> {
    return this.#person.deleteComment(REPOSITORY, id);
  }

  editsComment(id: number, body: string): Promise<void> {
    return this.#person.editComment(REPOSITORY, id, body);
  }
}
