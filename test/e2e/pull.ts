import { expect } from "@jest/globals";
import type { SeenComment, SeenLineComment } from "../../src/demo/index.ts";
import type { World } from "./world.ts";

/** A pull request, as those look at it who wait for the bot. */
export class PullInWorld {
  readonly number: number;
  readonly branch: string;
  readonly #world: World;

  constructor(world: World, number: number, branch: string) {
    this.#world = world;
    this.number = number;
    this.branch = branch;
  }

  async head(): Promise<string> {
    return (await this.#world.seen.pull(this.number)).head.sha;
  }

  /** Waits for a check run on the present head to end so; gives it, the newest. */
  async check(conclusion: string) {
    return this.#wait(`its check to be ${conclusion}`, async () => {
      const check = await this.#world.seen.check(await this.head());
      return check?.conclusion === conclusion ? check : undefined;
    });
  }

  async checks() {
    return this.#world.seen.checks(await this.head());
  }

  /** Waits until the plan comment says this of the present head; gives its text. */
  async says(text: string | RegExp): Promise<string> {
    let last = "no comment";
    const found = this.#wait(`its comment to say ${text}`, async () => {
      const [comment] = await this.comments("plan");
      last = comment?.body ?? last;
      const isOfNow = last.includes((await this.head()).slice(0, 7));
      return isOfNow && (typeof text === "string" ? last.includes(text) : text.test(last)) ? last : undefined;
    });
    return found.catch((cause: unknown) => {
      throw new Error(`it says:\n${last}`, { cause });
    });
  }

  /** Waits until the result comment says this. */
  async tells(text: string): Promise<string> {
    return this.#wait(`its result to say ${text}`, async () => {
      const [comment] = await this.comments("result");
      return comment?.body.includes(text) ? comment.body : undefined;
    });
  }

  async comments(kind: "plan" | "result"): Promise<SeenComment[]> {
    const all = await this.#world.seen.comments(this.number);
    return all.filter(({ body }) => body.includes(`<!-- zonewright:${kind} -->`));
  }

  /** Suggestions of the bot, in the order of lines. */
  async suggestions(): Promise<SeenLineComment[]> {
    const all = await this.#world.seen.lineComments(this.number);
    return all
      .filter(({ body, user }) => user.login === "zonewright[bot]" && body.includes("suggestion\n"))
      .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
  }

  /** Waits for this many suggestions. */
  async suggests(count: number): Promise<SeenLineComment[]> {
    return this.#wait(`${count} suggestions`, async () => {
      const found = await this.suggestions();
      return found.length >= count ? found : undefined;
    });
  }

  /** Waits until a check run on the present head says this in its summary; gives it. */
  async checkSays(text: string | RegExp) {
    return this.#wait(`its check to say ${text}`, async () => {
      const check = await this.#world.seen.check(await this.head());
      const summary = check?.output.summary ?? "";
      return (typeof text === "string" ? summary.includes(text) : text.test(summary)) ? check : undefined;
    });
  }

  /** Waits until the head is another commit; gives it. */
  async movesFrom(head: string): Promise<string> {
    return this.#wait(`the head to move from ${head}`, async () => {
      const now = await this.head();
      return now === head ? undefined : now;
    });
  }

  /** Waits until it is merged; the commit it became. */
  async merged(): Promise<string> {
    return this.#wait("it to be merged", async () => {
      const pull = await this.#world.seen.pull(this.number);
      return pull.merged ? (pull.merge_commit_sha ?? undefined) : undefined;
    });
  }

  /** Waits until it is merged and every nameserver was seen to serve it. */
  async deployed(): Promise<string> {
    const sha = await this.merged();
    await this.tells("every nameserver serves exactly this commit");
    return sha;
  }

  /** Nothing more is to come, and it is not merged. */
  async staysOpen(): Promise<void> {
    await this.#world.quiet();
    const { merged, state } = await this.#world.seen.pull(this.number);
    expect({ merged, state }).toEqual({ merged: false, state: "open" });
  }

  async #wait<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    return this.#world.waitFor(`#${this.number}: ${what}`, look);
  }
}
