import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Octokit } from "@octokit/rest";
import type { Setting } from "./case.ts";

export type PullData = Awaited<ReturnType<Octokit["rest"]["pulls"]["get"]>>["data"];

/** What a case says on GitHub, in the words of people who use it. Everything goes over REST. */
export class Driver {
  readonly at: { readonly owner: string; readonly repo: string };
  readonly #setting: Setting;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.at = { owner: setting.owner, repo: setting.repo };
  }

  /** A name no other case has. */
  name(stem: string): string {
    return `${stem}-${randomBytes(4).toString("hex")}`;
  }

  async tip(branch: string): Promise<string> {
    const { data } = await this.#setting.author.rest.git.getRef({ ...this.at, ref: `heads/${branch}` });
    return data.object.sha;
  }

  /** A new branch at another's tip, by default the default branch's. */
  async branch(stem: string, from = this.#setting.main): Promise<string> {
    const name = this.name(stem);
    const sha = await this.tip(from);
    await this.#setting.author.rest.git.createRef({ ...this.at, ref: `refs/heads/${name}`, sha });
    return name;
  }

  /** Commits one file to a branch; the commit's id. */
  async write(
    branch: string,
    path: string,
    text: string,
    by: Octokit = this.#setting.author,
  ): Promise<string> {
    const content = Buffer.from(text).toString("base64");
    const sha = await this.blobId(branch, path);
    const { data } = await by.rest.repos.createOrUpdateFileContents({
      ...this.at,
      path,
      branch,
      content,
      message: `Write ${path}`,
      ...(sha === undefined ? {} : { sha }),
    });
    return data.commit.sha!;
  }

  async blobId(ref: string, path: string): Promise<string | undefined> {
    try {
      const { data } = await this.#setting.author.rest.repos.getContent({ ...this.at, path, ref });
      return Array.isArray(data) ? undefined : data.sha;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  /** A pull request that adds one file to a base of its own. */
  async pull(options: { path?: string; text?: string; draft?: boolean } = {}): Promise<PullData> {
    const base = await this.branch("base");
    const head = await this.branch("head", base);
    await this.write(head, options.path ?? `${head}.txt`, options.text ?? "one\n");
    return await this.open(head, base, options.draft ?? false);
  }

  async open(head: string, base: string, draft = false): Promise<PullData> {
    const { data } = await this.#setting.author.rest.pulls.create({
      ...this.at,
      head,
      base,
      title: `Merge ${head}`,
      draft,
    });
    return await this.get(data.number);
  }

  async get(number: number): Promise<PullData> {
    const { data } = await this.#setting.author.rest.pulls.get({ ...this.at, pull_number: number });
    return data;
  }

  /** The pull request once GitHub knows whether it can be merged. */
  async judged(number: number): Promise<PullData> {
    return await this.until(async () => {
      const pull = await this.get(number);
      return pull.mergeable === null ? undefined : pull;
    });
  }

  /** Asks until there is an answer, for at most half a minute. */
  async until<T>(ask: () => Promise<T | undefined>): Promise<T> {
    for (let pause = 20, waited = 0; waited < 30_000; waited += pause, pause = Math.min(pause * 2, 5000)) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      await sleep(pause);
    }
    return assert.fail("GitHub did not come to it in half a minute");
  }
}

/** The HTTP status a call fails with. */
export async function refused(call: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await call;
  } catch (error) {
    return { status: statusOf(error) ?? 0, message: error instanceof Error ? error.message : "" };
  }
  return assert.fail("the call succeeded");
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && "status" in error ? Number(error.status) : undefined;
}
