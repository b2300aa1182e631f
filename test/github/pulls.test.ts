import { describe, expect, test } from "@jest/globals";
import { fixture, playGitHub, REPOSITORY, thrownBy } from "./fixture.ts";
import { SHA, user } from "./names.ts";

playGitHub();

const base = { ref: "main", repo: { id: REPOSITORY.id } };

function pull(changed: object = {}) {
  return {
    number: 7,
    title: "Add web",
    user: user(1, "ada"),
    state: "open",
    merged: false,
    draft: false,
    locked: false,
    head: { sha: SHA.head, ref: "web", repo: { id: REPOSITORY.id } },
    base,
    mergeable: null,
    merge_commit_sha: null,
    ...changed,
  };
}

describe("a pull request", () => {
  async function read(changed: object) {
    const { gateway, api } = fixture();
    api.get("/repos/acme/dns/pulls/7").reply(200, pull(changed));
    return gateway.pull(7);
  }

  test("is read as it stands", async () => {
    expect(await read({ mergeable: true, merge_commit_sha: SHA.merge })).toEqual({
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
    });
  });

  test("has no word on mergeability while GitHub works on it", async () => {
    expect(await read({ mergeable: null })).toMatchObject({ mergeable: undefined, mergeCommit: undefined });
  });

  test.each([
    ["another repository", { id: 99 }],
    ["a deleted one", null],
  ])("whose head is in %s is a fork's", async (_, repo) => {
    expect((await read({ head: { sha: SHA.head, ref: "web", repo } })).head.fromFork).toBe(true);
  });

  test("of a deleted account has no author", async () => {
    expect((await read({ user: null })).author).toBeUndefined();
  });

  test("of another repository that took the name is refused", async () => {
    expect(await thrownBy(read({ base: { ref: "main", repo: { id: 99 } } }))).toMatchObject({
      reason: "gone",
    });
  });
});

test("open pull requests are listed over all pages, of one base where asked", async () => {
  const { gateway, api } = fixture();
  const listed = (number: number) => ({ number, head: { sha: SHA.head }, base, draft: false });
  const numbers = Array.from({ length: 130 }, (_, index) => index + 1);
  const query = { state: "open", base: "main", per_page: "100" };
  api
    .get("/repos/acme/dns/pulls")
    .query({ ...query, page: "1" })
    .reply(200, numbers.slice(0, 100).map(listed));
  api
    .get("/repos/acme/dns/pulls")
    .query({ ...query, page: "2" })
    .reply(200, numbers.slice(100).map(listed));
  const open = await gateway.openPulls("main");
  expect(open.map(({ number }) => number)).toEqual(numbers);
  expect(open[0]).toEqual({ number: 1, headSha: SHA.head, baseRef: "main", draft: false });
});

describe("reviews", () => {
  const path = "/repos/acme/dns/pulls/7/reviews";
  const review = (id: number, changed: object = {}) => ({
    id,
    user: user(2, "grace"),
    state: "APPROVED",
    submitted_at: "2026-11-20T10:00:00Z",
    commit_id: SHA.head,
    ...changed,
  });

  test("are listed with lower-case states; pending ones are nobody's business", async () => {
    const { gateway, api } = fixture();
    api
      .get(path)
      .query(true)
      .reply(200, [
        review(1),
        review(2, { state: "PENDING", submitted_at: undefined }),
        review(3, { user: null, state: "DISMISSED", commit_id: null }),
      ]);
    expect(await gateway.reviews(7)).toEqual([
      {
        id: 1,
        user: user(2, "grace"),
        state: "approved",
        submittedAt: Date.parse("2026-11-20T10:00:00Z"),
        commitId: SHA.head,
      },
      expect.objectContaining({ id: 3, user: undefined, state: "dismissed", commitId: undefined }),
    ]);
  });

  test("go on while GitHub names a next page, even after a short one", async () => {
    const { gateway, api } = fixture();
    const next = { link: '<https://api.github.com/repositories/12/pulls/7/reviews?page=2>; rel="next"' };
    api
      .get(path)
      .query({ per_page: "100", page: "1" })
      .reply(200, [review(1)], next);
    api
      .get(path)
      .query({ per_page: "100", page: "2" })
      .reply(200, [review(2)]);
    expect(await gateway.reviews(7)).toHaveLength(2);
  });

  test("that never end are refused rather than judged in part", async () => {
    const { gateway, api } = fixture();
    const page = Array.from({ length: 100 }, (_, index) => review(index + 1));
    api.get(path).query(true).times(30).reply(200, page);
    expect(await thrownBy(gateway.reviews(7))).toMatchObject({ reason: "too-large" });
  });
});

describe("commits", () => {
  const path = "/repos/acme/dns/pulls/7/commits";
  const commit = (changed: object = {}, message = "Add web", verified = false) => ({
    sha: SHA.head,
    author: user(1, "ada"),
    committer: user(1, "ada"),
    commit: { message, verification: { verified } },
    ...changed,
  });

  async function only(listed: object) {
    const { gateway, api } = fixture();
    api.get(path).query(true).reply(200, [listed]);
    return (await gateway.pullCommits(7))?.[0];
  }

  test("name their accounts, or none where GitHub knows none", async () => {
    expect(await only(commit({ author: null, committer: {} }))).toMatchObject({
      author: undefined,
      committer: undefined,
    });
  });

  test("name their co-authors by address, wherever the trailer stands", async () => {
    const message =
      "Fix\n\nCo-authored-by: Ada <Ada@Example.com>\n\n  co-authored-BY : G <g@example.com>\n\nThat is all.";
    expect((await only(commit({}, message)))?.coAuthorEmails).toEqual(["ada@example.com", "g@example.com"]);
  });

  test.each([
    ["signed by GitHub", user(19864447, "web-flow"), true, true],
    ["with GitHub's address but no signature", user(19864447, "web-flow"), false, false],
    ["signed by a person", user(1, "ada"), true, false],
  ])("%s: committed by GitHub or not", async (_, committer, verified, expected) => {
    expect((await only(commit({ committer }, "x", verified)))?.committedByGitHub).toBe(expected);
  });

  test("are unknown from 250 on, where GitHub stops listing them", async () => {
    const { gateway, api } = fixture();
    const pages = [100, 100, 50].map((length) => Array.from({ length }, () => commit()));
    for (const [index, page] of pages.entries()) {
      api
        .get(path)
        .query({ per_page: "100", page: `${index + 1}` })
        .reply(200, page);
    }
    expect(await gateway.pullCommits(7)).toBeUndefined();
  });
});

describe("an account's permission", () => {
  const path = "/repos/acme/dns/collaborators/grace/permission";
  const grace = { id: 2, login: "grace", type: "User" };

  test.each([
    ["write", { permission: "write", user: user(2, "grace") }, "write"],
    ["admin", { permission: "admin", user: user(2, "grace") }, "admin"],
    ["a word we do not know", { permission: "triage+", user: user(2, "grace") }, "none"],
    ["of whoever took the login since", { permission: "admin", user: user(3, "grace") }, "none"],
  ])("%s", async (_, answer, expected) => {
    const { gateway, api } = fixture();
    api.get(path).reply(200, { role_name: "x", ...answer });
    expect(await gateway.permission(grace)).toBe(expected);
  });

  test("is none for one GitHub does not know", async () => {
    const { gateway, api } = fixture();
    api.get(path).reply(404, { message: "Not Found" });
    expect(await gateway.permission(grace)).toBe("none");
  });
});

test("a merge is pinned to the tested head", async () => {
  const { gateway, api } = fixture();
  api
    .put("/repos/acme/dns/pulls/7/merge", {
      sha: SHA.head,
      commit_title: "Merge #7",
      commit_message: "Approved by grace",
      merge_method: "merge",
    })
    .reply(200, { merged: true, sha: SHA.merge, message: "merged" });
  const merge = { sha: SHA.head, title: "Merge #7", message: "Approved by grace", method: "merge" } as const;
  expect(await gateway.mergePull(7, merge)).toEqual({ sha: SHA.merge });
});
