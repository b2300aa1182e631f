import { describe, expect, test } from "@jest/globals";
import { GitHubRefused, type PullState, type RepositoryGateway, readPull } from "../../src/github/index.ts";
import type { PullCommit } from "../../src/pull/index.ts";
import { SHA, user } from "./names.ts";

const NOW = 1_000;
const NOTHING = { reviews: [], pushersOf: async () => [] };

const open: PullState = {
  number: 7,
  title: "Add web",
  author: user(1, "ada"),
  state: "open",
  merged: false,
  draft: false,
  locked: false,
  head: { sha: SHA.head, ref: "web", fromFork: false },
  baseRef: "main",
  mergeable: true,
  mergeCommit: SHA.merge,
};
const testMerge = { sha: SHA.merge, tree: SHA.tree, parents: [SHA.base, SHA.head], message: "Merge" };
const headCommit: PullCommit = {
  sha: SHA.head,
  author: user(1, "ada"),
  committer: user(1, "ada"),
  coAuthorEmails: [],
  committedByGitHub: false,
};

/** A gateway that answers from lists: the first answer first, the last one for ever. */
function gateway(answers: {
  pulls?: readonly PullState[];
  merges?: readonly (typeof testMerge | undefined)[];
  reviews?: Awaited<ReturnType<RepositoryGateway["reviews"]>>;
  commits?: readonly PullCommit[] | "too many";
  permission?: RepositoryGateway["permission"];
}) {
  const { pulls = [open], merges = [testMerge], reviews = [], commits = [headCommit] } = answers;
  const take = <T>(list: readonly T[]) => {
    let at = 0;
    return () => list[Math.min(at++, list.length - 1)]!;
  };
  const nextPull = take(pulls);
  const nextMerge = take(merges);
  return {
    repository: { installationId: 77, id: 12, owner: "acme", name: "dns" },
    pull: async () => nextPull(),
    branchTip: async () => ({ sha: SHA.base, tree: SHA.other }),
    commit: async () => {
      const merge = nextMerge();
      if (merge) return merge;
      throw new GitHubRefused("reading", "not there", { status: 404, reason: "gone" });
    },
    reviews: async () => reviews,
    pullCommits: async () => (commits === "too many" ? undefined : commits),
    permission: answers.permission ?? (async () => "write"),
  } as unknown as RepositoryGateway;
}

async function read(from: RepositoryGateway, recorded: Parameters<typeof readPull>[2] = NOTHING) {
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const snapshot = await readPull(from, 7, recorded, { now: () => NOW }, { delays: [5, 10], wait });
  return { snapshot, waits };
}

test("a snapshot has the base's own tip and the moment it was read", async () => {
  const { snapshot } = await read(gateway({}), {
    reviews: [],
    pushersOf: async (shas) => shas.map((headSha) => ({ headSha, userId: 3 })),
  });
  expect(snapshot).toMatchObject({
    now: NOW,
    repository: { id: 12, owner: "acme", name: "dns" },
    number: 7,
    base: { ref: "main", sha: SHA.base, tree: SHA.other },
    head: { sha: SHA.head, fromFork: false },
    commits: [headCommit],
    pushers: [3],
    headPusherKnown: true,
    mergeCommit: undefined,
  });
});

describe("the merge result", () => {
  const clean = { kind: "clean", sha: SHA.merge, tree: SHA.tree };
  const stale = (parents: string[]) => ({ ...testMerge, parents });
  const working = { ...open, mergeable: undefined, mergeCommit: undefined };

  test.each([
    ["clean at once", {}, clean, []],
    ["clean once GitHub has worked it out", { pulls: [working, open] }, clean, [5]],
    ["unknown when GitHub takes too long", { pulls: [working] }, { kind: "unknown" }, [5, 10]],
    ["a conflict", { pulls: [{ ...open, mergeable: false }] }, { kind: "conflict" }, []],
    [
      "clean once it is of the base's present tip",
      { merges: [stale([SHA.other, SHA.head]), testMerge] },
      clean,
      [5],
    ],
    [
      "clean once it is of the present head",
      { merges: [stale([SHA.base, SHA.other]), testMerge] },
      clean,
      [5],
    ],
    [
      "unknown while it has the parents the wrong way round",
      { merges: [stale([SHA.head, SHA.base])] },
      { kind: "unknown" },
      [5, 10],
    ],
    [
      "unknown while it has a parent too many",
      { merges: [stale([SHA.base, SHA.head, SHA.other])] },
      { kind: "unknown" },
      [5, 10],
    ],
    ["clean once its commit can be read", { merges: [undefined, testMerge] }, clean, [5]],
    ["not looked for once closed", { pulls: [{ ...open, state: "closed" }] }, { kind: "unknown" }, []],
  ] as [string, Parameters<typeof gateway>[0], object, number[]][])(
    "is %s",
    async (_, answers, merge, waited) => {
      const { snapshot, waits } = await read(gateway(answers));
      expect(snapshot.merge).toEqual(merge);
      expect(waits).toEqual(waited);
    },
  );

  test("of a merged pull request is what it became", async () => {
    const { snapshot } = await read(gateway({ pulls: [{ ...open, state: "closed", merged: true }] }));
    expect(snapshot).toMatchObject({ merged: true, mergeCommit: SHA.merge });
  });
});

describe("reviews", () => {
  const review = {
    id: 5,
    user: user(2, "grace"),
    state: "approved" as const,
    submittedAt: 10,
    commitId: SHA.head,
  };
  const record = { id: 5, userId: 2, headSha: SHA.other, commitId: SHA.other, planDigest: "digest" };

  test("carry the head and plan they were given on, not the commit GitHub names", async () => {
    const { snapshot } = await read(gateway({ reviews: [review] }), { ...NOTHING, reviews: [record] });
    expect(snapshot.reviews).toEqual([
      {
        id: 5,
        user: user(2, "grace"),
        state: "approved",
        submittedAt: 10,
        headWhenReceived: SHA.other,
        planWhenReceived: "digest",
      },
    ]);
  });

  test("from a page opened before the last push carry the commit that page showed", async () => {
    const stale = { ...record, headSha: SHA.head, commitId: SHA.other };
    const { snapshot } = await read(gateway({ reviews: [review] }), { ...NOTHING, reviews: [stale] });
    expect(snapshot.reviews[0]).toMatchObject({ headWhenReceived: SHA.other });
  });

  test.each([
    ["that we never received", []],
    ["recorded for another account", [{ ...record, userId: 3 }]],
    ["recorded under another id", [{ ...record, id: 6 }]],
  ])("%s prove nothing", async (_, reviews) => {
    const { snapshot } = await read(gateway({ reviews: [review] }), { ...NOTHING, reviews });
    expect(snapshot.reviews[0]).toMatchObject({ headWhenReceived: undefined, planWhenReceived: undefined });
  });

  test("make us ask what their authors may do: people's that decide, each once", async () => {
    const asked: string[] = [];
    const { snapshot } = await read(
      gateway({
        reviews: [
          review,
          { ...review, id: 6, state: "changes_requested" },
          { ...review, id: 7, user: user(3, "commenter"), state: "commented" },
          { ...review, id: 8, user: user(4, "bot", "Bot") },
          { ...review, id: 9, user: undefined },
        ],
        permission: async ({ login }) => {
          asked.push(login);
          return "admin";
        },
      }),
    );
    expect(asked).toEqual(["grace"]);
    expect([...snapshot.permissions]).toEqual([[2, "admin"]]);
  });
});

describe("commits", () => {
  test("too many to list leave authors unknown", async () => {
    expect((await read(gateway({ commits: "too many" }))).snapshot.commits).toBeUndefined();
  });

  test("without the head mean that it moved while we read", async () => {
    const moved = gateway({ commits: [{ ...headCommit, sha: SHA.other }] });
    await expect(read(moved)).rejects.toThrow("reading pull request acme/dns#7: its head moved meanwhile");
  });
});
