import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openPlayground, type Playground, repository } from "./playground.ts";

const file = "zones/example.com.zone";
const at = { owner: "acme", repo: "dns" };
let playground: Playground;

beforeEach(async () => {
  playground = await openPlayground();
});
afterEach(async () => {
  await playground[Symbol.asyncDispose]();
});

async function topic(text = "one\nTWO\nthree\n"): Promise<number> {
  const ada = playground.github.as("ada");
  await ada.commitFiles(repository, { branch: "topic", message: "Change", files: { [file]: text } });
  return await ada.openPull(repository, { head: "topic", title: "Change a line" });
}

describe("people", () => {
  test("commit as themselves, and delete and replace files", async () => {
    const { github } = playground;
    const sha = await github.as("ada").commitFiles(repository, {
      branch: "topic",
      message: "Tidy",
      files: { [file]: null, "a/b.txt": "b\n" },
    });
    expect(github.tip(repository, "topic")).toBe(sha);
    expect(await github.fileAt(repository, "topic", "a/b.txt")).toBe("b\n");
    expect(await github.fileAt(repository, "topic", file)).toBeUndefined();
    expect(await github.fileAt(repository, "main", file)).toBe("one\ntwo\nthree\n");
    const { author } = await playground.setting();
    const { data } = await author.rest.repos.getCommit({ ...at, ref: sha });
    expect(data.author?.login).toBe("ada");
    expect(data.files?.map(({ filename, status }) => [filename, status])).toEqual([
      ["a/b.txt", "added"],
      [file, "removed"],
    ]);
  });

  test("amend: the branch is force-pushed and the pull request follows", async () => {
    const { github, receiver } = playground;
    const number = await topic();
    const before = github.tip(repository, "topic");
    const after = await github.as("ada").commitFiles(repository, {
      branch: "topic",
      message: "Change better",
      files: { [file]: "one\n2\nthree\n" },
      amend: true,
    });
    await github.idle();
    const push = receiver.received.filter(({ event }) => event === "push").at(-1);
    expect(push?.payload).toMatchObject({ forced: true, before, after });
    const { author } = await playground.setting();
    const { data } = await author.rest.pulls.listCommits({ ...at, pull_number: number });
    expect(data.map((commit) => commit.sha)).toEqual([after]);
  });

  test("take a suggestion: the line is replaced on the head, with GitHub as committer and its author as co-author", async () => {
    const { github } = playground;
    const number = await topic();
    const grace = github.as("grace");
    await grace.reviewLines(repository, number, [{ path: file, line: 2, body: "```suggestion\ntwo.\n```" }]);
    const { author } = await playground.setting();
    const { data: comments } = await author.rest.pulls.listReviewComments({ ...at, pull_number: number });
    const sha = await github.as("ada").applySuggestion(repository, number, comments[0]!.id);
    expect(await github.fileAt(repository, "topic", file)).toBe("one\ntwo.\nthree\n");
    const { data } = await author.rest.repos.getCommit({ ...at, ref: sha });
    expect(data.committer?.login).toBe("web-flow");
    expect(data.author?.login).toBe("ada");
    expect(data.commit.message).toMatch(/^Co-authored-by: Grace </m);
  });

  test("work in a fork of their own: its pull request is told, its pushes are not, and nobody else reaches it", async () => {
    const { github, receiver } = playground;
    const reader = github.as("reader");
    const files = { [file]: "one\nTWO\nthree\n" };
    const head = await reader.commitFiles(repository, {
      branch: "topic",
      fork: true,
      message: "Change",
      files,
    });
    const number = await reader.openPull(repository, { head: "reader:topic", title: "Change a line" });
    await github.idle();
    const { bot } = await playground.setting();
    const { data } = await bot.rest.pulls.get({ ...at, pull_number: number });
    expect(data.head).toMatchObject({ label: "reader:topic", ref: "topic", sha: head });
    expect(data.head.repo?.full_name).toBe("reader/dns");
    expect(data.head.repo?.id).not.toBe(data.base.repo.id);
    expect(github.tip(repository, "topic")).toBeUndefined();
    const move = { ...at, ref: "heads/topic", sha: head };
    await expect(bot.rest.git.updateRef(move)).rejects.toMatchObject({ status: 422 });
    await reader.commitFiles(repository, {
      branch: "topic",
      fork: true,
      message: "More",
      files: { "a.txt": "a\n" },
    });
    await github.idle();
    expect(receiver.names().filter((name) => name === "push")).toEqual([]);
    expect(receiver.names()).toEqual(
      expect.arrayContaining(["pull_request.opened", "pull_request.synchronize"]),
    );
    const { data: run } = await bot.rest.checks.create({
      ...at,
      name: "check",
      head_sha: (await bot.rest.pulls.get({ ...at, pull_number: number })).data.head.sha,
    });
    expect(run.pull_requests).toEqual([]);
  });

  test("who may only read may not merge or push over the API, but may open pull requests and review", async () => {
    const number = await topic();
    const reader = playground.client(playground.github.tokenOf("reader"));
    await expect(reader.rest.pulls.merge({ ...at, pull_number: number })).rejects.toMatchObject({
      status: 403,
    });
    const review = await reader.rest.pulls.createReview({ ...at, pull_number: number, event: "APPROVE" });
    expect(review.data.state).toBe("APPROVED");
    const { data } = await reader.rest.repos.getCollaboratorPermissionLevel({ ...at, username: "reader" });
    expect(data.permission).toBe("read");
  });

  test("maintain shows as write and triage as read, with the role beside", async () => {
    const { github } = playground;
    const { author } = await playground.setting();
    const permission = async () => {
      const { data } = await author.rest.repos.getCollaboratorPermissionLevel({ ...at, username: "reader" });
      return [data.permission, data.role_name];
    };
    github.setRole(repository, "reader", "maintain");
    expect(await permission()).toEqual(["write", "maintain"]);
    github.setRole(repository, "reader", "triage");
    expect(await permission()).toEqual(["read", "triage"]);
  });

  test("nobody who does not exist can act, and what does not exist is named", async () => {
    const { github } = playground;
    expect(() => github.as("mallory")).toThrow(/account mallory/);
    await expect(github.as("ada").approve(repository, 99)).rejects.toThrow(/pull request 99 in acme\/dns/);
    await expect(
      github.as("ada").commitFiles("acme/none", { branch: "x", message: "m", files: {} }),
    ).rejects.toThrow(/repository acme\/none/);
  });
});
