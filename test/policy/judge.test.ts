import { describe, expect, test } from "@jest/globals";
import { judgePolicy, type PolicyFacts, verdictOf } from "../../src/policy/index.ts";
import type { Actor, PullCommit, PullSnapshot, Review } from "../../src/pull/index.ts";

const author: Actor = { id: 1, login: "dev", type: "User" };
const peer: Actor = { id: 2, login: "peer", type: "User" };
const other: Actor = { id: 3, login: "other", type: "User" };

function commit(changes: Partial<PullCommit> = {}): PullCommit {
  return {
    sha: "c".repeat(40),
    author,
    committer: author,
    coAuthorEmails: [],
    committedByGitHub: false,
    ...changes,
  };
}

function review(changes: Partial<Review> = {}): Review {
  return {
    id: 10,
    user: peer,
    state: "approved",
    submittedAt: 100,
    headWhenReceived: "head",
    planWhenReceived: "plan",
    ...changes,
  };
}

function snapshot(changes: Partial<PullSnapshot> = {}): PullSnapshot {
  return {
    now: 1_000,
    repository: { id: 7, owner: "acme", name: "dns" },
    number: 1,
    title: "a change",
    author,
    state: "open",
    merged: false,
    mergeCommit: undefined,
    draft: false,
    locked: false,
    head: { sha: "head", ref: "topic", fromFork: false },
    base: { ref: "main", sha: "base", tree: "tree" },
    merge: { kind: "clean", sha: "merge", tree: "merged-tree" },
    commits: [commit()],
    pushers: [author.id],
    headPusherKnown: true,
    reviews: [review()],
    permissions: new Map([
      [author.id, "admin"],
      [peer.id, "write"],
      [other.id, "write"],
    ]),
    ...changes,
  };
}

const facts: PolicyFacts = {
  planDigest: "plan",
  changedPaths: ["zones/a.zone"],
  governingPaths: [],
  guards: [],
};

function verdict(changes: Partial<PullSnapshot> = {}, with_: Partial<PolicyFacts> = {}, approvals = 1) {
  return verdictOf(judgePolicy(snapshot(changes), { approvals }, { ...facts, ...with_ }));
}

describe("one peer's approval", () => {
  test("is enough", () => {
    expect(verdict()).toEqual({ is: "ready" });
  });

  test("is waited for, and the reason says from whom", () => {
    expect(verdict({ reviews: [] })).toEqual({
      is: "waiting",
      on: ["0 of 1 approval: somebody with write access who wrote none of it"],
    });
  });

  const worthless: readonly (readonly [string, Partial<PullSnapshot>, RegExp])[] = [
    ["by the author", { reviews: [review({ user: author })] }, /opened the pull request/],
    ["by a pusher", { pushers: [peer.id] }, /pushed to the pull request/],
    ["by a committer", { commits: [commit({ committer: peer })] }, /wrote or committed/],
    ["by a commit's author", { commits: [commit({ author: peer })] }, /wrote or committed/],
    [
      "by a co-author",
      { commits: [commit({ coAuthorEmails: ["2+peer@users.noreply.github.com"] })] },
      /wrote or committed/,
    ],
    ["by a bot", { reviews: [review({ user: { ...peer, type: "Bot" } })] }, /only a person/],
    ["by a reader", { permissions: new Map([[peer.id, "read"]]) }, /no write access/],
    ["by somebody unknown to the repository", { permissions: new Map() }, /no write access/],
    ["by a deleted account", { reviews: [review({ user: undefined })] }, /no longer exists/],
    ["of an earlier head", { reviews: [review({ headWhenReceived: "older" })] }, /earlier commit/],
    ["whose webhook was lost", { reviews: [review({ headWhenReceived: undefined })] }, /nothing proves/],
    ["before the plan was shown", { reviews: [review({ planWhenReceived: undefined })] }, /before the plan/],
    ["of another plan", { reviews: [review({ planWhenReceived: "another" })] }, /no longer the one/],
  ];
  test.each(worthless)("%s does not count, and it says why", (_name, changes, why) => {
    const result = verdict(changes);
    expect(result.is).toBe("waiting");
    expect(JSON.stringify(result)).toMatch(why);
  });

  test("that was dismissed is gone", () => {
    const reviews = [review(), review({ id: 11, submittedAt: 200, state: "dismissed" })];
    expect(verdict({ reviews }).is).toBe("waiting");
  });

  test("stands when its author comments later", () => {
    const reviews = [review(), review({ id: 11, submittedAt: 200, state: "commented" })];
    expect(verdict({ reviews })).toEqual({ is: "ready" });
  });

  test("is not enough where policy wants two", () => {
    expect(verdict({}, {}, 2).is).toBe("waiting");
    expect(verdict({ reviews: [review(), review({ id: 11, user: other })] }, {}, 2)).toEqual({ is: "ready" });
  });

  test("is not enough where nobody knows who wrote a commit", () => {
    const commits = [commit({ author: undefined })];
    expect(verdict({ commits }).is).toBe("waiting");
    expect(verdict({ commits, reviews: [review(), review({ id: 11, user: other })] })).toEqual({
      is: "ready",
    });
  });

  test("is not enough where no webhook told who pushed the head", () => {
    const result = verdict({ headPusherKnown: false });
    expect(JSON.stringify(result)).toMatch(/1 of 2 approvals by peer: .*no webhook told who pushed head/);
    expect(verdict({ headPusherKnown: false, reviews: [review(), review({ id: 11, user: other })] })).toEqual(
      { is: "ready" },
    );
  });

  test("by GitHub's web interface as committer counts nobody out", () => {
    const web: Actor = { id: 19864447, login: "web-flow", type: "User" };
    expect(verdict({ commits: [commit({ committer: web, committedByGitHub: true })] })).toEqual({
      is: "ready",
    });
  });
});

describe("a guard that the plan goes over", () => {
  const share = { why: "45 % of example.org. would be removed (limit 30 %)", approvals: undefined };
  const both = [review(), review({ id: 11, user: other })];

  test("wants one approval more, and says why", () => {
    expect(verdict({}, { guards: [share] })).toEqual({
      is: "waiting",
      on: [
        "1 of 2 approvals by peer: somebody with write access who wrote none of it; " +
          "one more than usual: 45 % of example.org. would be removed (limit 30 %)",
      ],
    });
    expect(verdict({ reviews: both }, { guards: [share] })).toEqual({ is: "ready" });
  });

  test("still says so once there are enough", () => {
    const tree = judgePolicy(snapshot({ reviews: both }), { approvals: 1 }, { ...facts, guards: [share] });
    expect(JSON.stringify(tree)).toContain("2 of 2 approvals by peer, other; one more than usual: 45 %");
  });

  test("wants as many as it names, several as many as the most demanding", () => {
    const three = { why: "the zone example.net. would be removed", approvals: 3 };
    const result = verdict({ reviews: both }, { guards: [share, three] });
    expect(JSON.stringify(result)).toMatch(
      /2 of 3 approvals .*; 2 more than usual: 45 %.*; the zone example/,
    );
  });

  test("changes nothing where policy wants as many anyway", () => {
    const result = verdict({ reviews: [] }, { guards: [{ why: "much", approvals: 2 }] }, 2);
    expect(JSON.stringify(result)).not.toContain("more than usual");
  });

  test("comes before the one more for somebody unknown", () => {
    expect(JSON.stringify(verdict({ headPusherKnown: false }, { guards: [share] }))).toMatch(
      /1 of 3 approvals by peer: 2 people .*; 2 more than usual: 45 %.*; no webhook told who pushed head"/,
    );
  });

  test("has a few of its reasons told", () => {
    const many = Array.from({ length: 8 }, (_, at) => ({ ...share, why: `reason ${at}` }));
    expect(JSON.stringify(verdict({}, { guards: many }))).toContain('reason 4; 3 more reasons"');
  });
});

describe("what else stands in the way", () => {
  test("a writer's request for changes, whatever others approve", () => {
    const reviews = [review(), review({ id: 11, user: other, state: "changes_requested" })];
    expect(verdict({ reviews })).toEqual({
      is: "waiting",
      on: ["other asked for changes: their approval, or their withdrawal of it"],
    });
  });

  test("a reader's request for changes does not", () => {
    const stranger: Actor = { id: 4, login: "stranger", type: "User" };
    const reviews = [review(), review({ id: 11, user: stranger, state: "changes_requested" })];
    expect(verdict({ reviews })).toEqual({ is: "ready" });
  });

  test.each([
    ["a draft", { draft: true }, "waiting"],
    ["a closed pull request", { state: "closed" }, "blocked"],
    ["a conflict", { merge: { kind: "conflict" } }, "blocked"],
    ["an undecided merge", { merge: { kind: "unknown" } }, "waiting"],
    ["more commits than GitHub lists", { commits: undefined }, "blocked"],
  ] as const)("%s", (_name, changes, is) => {
    expect(verdict(changes).is).toBe(is);
  });

  test.each([".github/workflows/ci.yml", "CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS"])(
    "a change of %s",
    (path) => {
      expect(verdict({}, { changedPaths: [path] }).is).toBe("blocked");
    },
  );

  test("a change of config or checks until an administrator approves", () => {
    const governingPaths = [".github/zonewright.yml"];
    expect(verdict({}, { governingPaths }).is).toBe("waiting");
    expect(verdict({ permissions: new Map([[peer.id, "admin"]]) }, { governingPaths })).toEqual({
      is: "ready",
    });
  });
});
