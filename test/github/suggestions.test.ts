import { describe, expect, test } from "@jest/globals";
import { fixture, playGitHub, thrownBy } from "./fixture.ts";
import { APP, APP_ID, SHA, user } from "./names.ts";

playGitHub();

const file = (name: string, changed: object = {}) => ({
  filename: name,
  status: "modified",
  sha: SHA.other,
  patch: "@@ -1 +1 @@\n-a\n+b",
  ...changed,
});

describe("the files of a pull request", () => {
  const listed = (page: string) => ({ per_page: "100", page });

  test("have their blob in the head and their patch, where there is one", async () => {
    const { gateway, api } = fixture();
    api
      .get("/repos/acme/dns/pulls/7/files")
      .query(listed("1"))
      .reply(200, [
        file("a.zone"),
        file("big.zone", { patch: undefined }),
        file("old.zone", { status: "removed" }),
      ]);
    expect(await gateway.pullFiles(7)).toEqual([
      { path: "a.zone", oid: SHA.other, patch: "@@ -1 +1 @@\n-a\n+b" },
      { path: "big.zone", oid: SHA.other, patch: undefined },
      { path: "old.zone", oid: undefined, patch: "@@ -1 +1 @@\n-a\n+b" },
    ]);
  });

  test("are refused where GitHub lists no more", async () => {
    const { gateway, api } = fixture();
    const full = Array.from({ length: 100 }, (_, at) => file(`${at}.zone`));
    for (let page = 1; page <= 30; page += 1) {
      api
        .get("/repos/acme/dns/pulls/7/files")
        .query(listed(`${page}`))
        .reply(200, full);
    }
    expect(await thrownBy(gateway.pullFiles(7))).toMatchObject({ reason: "too-large" });
  });
});

describe("a review", () => {
  const review = { commit: SHA.head, body: "Fixes", comments: [{ path: "a.zone", line: 7, body: "dot" }] };

  test("is about the head, decides nothing, and comments on the new side of the diff", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/pulls/7/reviews", {
        commit_id: SHA.head,
        event: "COMMENT",
        body: "Fixes",
        comments: [
          { path: "a.zone", line: 7, side: "RIGHT", body: "dot" },
          { path: "a.zone", start_line: 3, start_side: "RIGHT", line: 5, side: "RIGHT", body: "block" },
        ],
      })
      .reply(200, { id: 5 });
    const comments = [
      { path: "a.zone", startLine: 7, line: 7, body: "dot" },
      { path: "a.zone", startLine: 3, line: 5, body: "block" },
    ];
    expect(await gateway.createReview(7, { ...review, comments })).toEqual({ id: 5 });
  });

  test("with one bad comment is refused as invalid", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/pulls/7/reviews")
      .reply(422, { message: "Unprocessable Entity", errors: ["Line could not be resolved"] });
    expect(await thrownBy(gateway.createReview(7, review))).toMatchObject({ reason: "invalid" });
  });

  test("of ours is found by its marker, never anybody else's", async () => {
    const { gateway, api } = fixture();
    const made = (id: number, login: string, body: string | null) => ({ id, body, user: user(id, login) });
    api.get("/app").reply(200, APP);
    api
      .get("/repos/acme/dns/pulls/7/reviews")
      .query({ per_page: "100", page: "1" })
      .reply(200, [
        made(1, "mallory", "<!-- mark -->"),
        made(2, "zonewright[bot]", null),
        made(3, "zonewright[bot]", "Fixes\n<!-- mark -->"),
      ]);
    expect(APP.id).toBe(APP_ID);
    expect(await gateway.findReview(7, "<!-- mark -->")).toEqual({ id: 3 });
  });
});
