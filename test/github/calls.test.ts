import { describe, expect, test } from "@jest/globals";
import type nock from "nock";
import {
  appPermissions,
  certainlyDidNothing,
  GitHubRefused,
  GitHubUnavailable,
} from "../../src/github/index.ts";
import { fixture, playGitHub, thrownBy } from "./fixture.ts";
import { SHA } from "./names.ts";

playGitHub();

const commitPath = `/repos/acme/dns/git/commits/${SHA.base}`;
const commit = { sha: SHA.base, tree: { sha: SHA.tree }, parents: [], message: "Begin" };
const comment = (body: string) => ({ id: 5, body, updated_at: "2026-11-20T12:00:00Z" });

describe("reading", () => {
  test("is tried again after a 5xx and a broken connection", async () => {
    const { gateway, api, waits } = fixture();
    api
      .get(commitPath)
      .reply(502)
      .get(commitPath)
      .replyWithError("connection reset")
      .get(commitPath)
      .reply(200, commit);
    expect(await gateway.commit(SHA.base)).toMatchObject({ tree: SHA.tree });
    expect(waits).toEqual([300, 1_000]);
  });

  test("gives up after four times, certain that nothing changed", async () => {
    const { gateway, api } = fixture();
    api.get(commitPath).times(4).reply(500, { message: "Server Error" });
    const error = await thrownBy(gateway.commit(SHA.base));
    expect(error).toBeInstanceOf(GitHubUnavailable);
    expect(error).toMatchObject({
      status: 500,
      uncertain: false,
      doing: `reading commit ${SHA.base} of acme/dns`,
      problem: "GitHub answered 500: Server Error",
    });
  });

  test("is not tried again after a 404", async () => {
    const { gateway, api, sent } = fixture();
    api.get(commitPath).reply(404, { message: "Not Found" });
    expect(await thrownBy(gateway.commit(SHA.base))).toMatchObject({ reason: "gone", status: 404 });
    expect(sent.filter((request) => request.startsWith("GET"))).toHaveLength(1);
  });

  test("ends with the caller's signal instead of trying again", async () => {
    const abort = new AbortController();
    const { gateway, api } = fixture({ signal: abort.signal });
    api.get(commitPath).reply(() => {
      abort.abort();
      return [500, {}];
    });
    expect(await thrownBy(gateway.commit(SHA.base))).toBeInstanceOf(GitHubUnavailable);
  });

  test("an answer without the documented fields is told, not passed on", async () => {
    const { gateway, api } = fixture();
    api.get(commitPath).reply(200, { sha: SHA.base, tree: null, parents: [], message: "x" });
    const error = await thrownBy(gateway.commit(SHA.base));
    expect(String(error)).toMatch(/not what its API describes \(tree: /);
  });
});

describe("writing", () => {
  test.each([
    ["a 5xx", (scope: nock.Interceptor) => scope.reply(502, { message: "Bad Gateway" })],
    ["a lost connection", (scope: nock.Interceptor) => scope.replyWithError("socket hang up")],
  ])("is sent once, and after %s may have happened", async (_, fail) => {
    const { gateway, api, sent } = fixture();
    fail(api.post("/repos/acme/dns/issues/7/comments"));
    const error = await thrownBy(gateway.createComment(7, "hello"));
    expect(error).toMatchObject({ uncertain: true });
    expect(certainlyDidNothing(error)).toBe(false);
    expect(sent.filter((request) => request.endsWith("/comments"))).toHaveLength(1);
  });

  test("an answer nobody can read leaves it uncertain", async () => {
    const { gateway, api } = fixture();
    api.post("/repos/acme/dns/issues/7/comments").reply(201, { body: "hello" });
    expect(await thrownBy(gateway.createComment(7, "hello"))).toMatchObject({ uncertain: true, status: 201 });
  });

  test("a refusal certainly did nothing", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/issues/7/comments")
      .reply(422, { message: "Validation Failed", errors: ["too long"] });
    const error = await thrownBy(gateway.createComment(7, "hello"));
    expect(error).toBeInstanceOf(GitHubRefused);
    expect(error).toMatchObject({
      reason: "invalid",
      problem: "GitHub answered 422: Validation Failed; too long",
    });
    expect(certainlyDidNothing(error)).toBe(true);
  });

  test("does not follow a renamed repository's redirect", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/issues/7/comments")
      .reply(
        307,
        { message: "Moved" },
        { location: "https://api.github.com/repositories/12/issues/7/comments" },
      );
    expect(await thrownBy(gateway.createComment(7, "hello"))).toMatchObject({ reason: "moved", status: 307 });
  });

  test.each([
    [405, "Pull Request is not mergeable", "not-mergeable"],
    [405, "Base branch was modified. Review and try the merge again.", "base-modified"],
    [409, "Head branch was modified. Review and try the merge again.", "conflict-head"],
    [409, "zonewright[bot] is not authorized to push to this branch", "forbidden"],
    [403, "Resource not accessible by integration", "forbidden"],
    [404, "Not Found", "gone"],
    [422, "Validation Failed", "invalid"],
  ])("a merge refused with %i %s is told as %s", async (status, message, reason) => {
    const { gateway, api } = fixture();
    api.put("/repos/acme/dns/pulls/7/merge").reply(status, { message });
    const merge = { sha: SHA.head, title: "Merge #7", message: "", method: "merge" } as const;
    expect(await thrownBy(gateway.mergePull(7, merge))).toMatchObject({
      name: "GitHubRefused",
      status,
      reason,
    });
  });
});

describe("rate limits", () => {
  test.each([
    ["retry-after", 429, { "retry-after": "30" }, "slow down", 30_000],
    ["retry-after on a 403", 403, { "retry-after": "7" }, "slow down", 7_000],
    [
      "the reset time, by GitHub's own clock",
      403,
      {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": "1000090",
        date: new Date(1_000_000_000).toUTCString(),
      },
      "API rate limit exceeded",
      90_000,
    ],
    ["a minute where GitHub gives no time", 403, {}, "You have exceeded a secondary rate limit", 60_000],
  ])("are honoured: %s", async (_, status, headers, message, retryAfter) => {
    const { gateway, api } = fixture();
    api.get(commitPath).reply(status, { message }, headers);
    const error = await thrownBy(gateway.commit(SHA.base));
    expect(error).toMatchObject({ name: "GitHubUnavailable", retryAfter, uncertain: false });
  });

  test("pause every call of the installation, without asking GitHub, until they end", async () => {
    const { gateway, github, api, clock, sent } = fixture();
    api.get(commitPath).reply(429, {}, { "retry-after": "30" });
    await thrownBy(gateway.commit(SHA.base));
    const asked = sent.length;
    clock.ms += 29_000;
    const sibling = github.repository({ installationId: 77, id: 13, owner: "acme", name: "other" });
    const error = await thrownBy(sibling.createComment(1, "hello"));
    expect(error).toMatchObject({ retryAfter: 1_000, uncertain: false });
    expect(sent.slice(asked).filter((request) => !request.includes("access_tokens"))).toEqual([]);
    clock.ms += 1_000;
    api.get(commitPath).reply(200, commit);
    expect(await gateway.commit(SHA.base)).toMatchObject({ sha: SHA.base });
  });

  test("without a time grow longer each time, and are forgotten after an answer", async () => {
    const { gateway, api, clock } = fixture();
    const limited = async () => {
      api.get(commitPath).reply(403, { message: "secondary rate limit" });
      const { retryAfter } = (await thrownBy(gateway.commit(SHA.base))) as GitHubUnavailable;
      clock.ms += retryAfter!;
      return retryAfter;
    };
    expect([await limited(), await limited()]).toEqual([60_000, 120_000]);
    api.get(commitPath).reply(200, commit);
    await gateway.commit(SHA.base);
    expect(await limited()).toBe(60_000);
  });

  test("a missing permission is no rate limit", async () => {
    const { gateway, api } = fixture();
    api
      .get(commitPath)
      .reply(403, { message: "Resource not accessible by integration" }, { "x-ratelimit-remaining": "4999" });
    expect(await thrownBy(gateway.commit(SHA.base))).toMatchObject({ reason: "forbidden" });
  });
});

describe("tokens", () => {
  test("are for one repository, and read-only where reading is all", async () => {
    const { gateway, api, tokens } = fixture();
    api.get(commitPath).twice().reply(200, commit);
    api.post("/repos/acme/dns/issues/7/comments").reply(201, comment("hello"));
    await gateway.commit(SHA.base);
    await gateway.commit(SHA.base);
    await gateway.createComment(7, "hello");
    const reading = Object.fromEntries(Object.keys(appPermissions).map((name) => [name, "read"]));
    expect(tokens).toEqual([
      { repository_ids: [12], permissions: reading },
      { repository_ids: [12], permissions: appPermissions },
    ]);
  });

  test("are renewed before they end", async () => {
    const { gateway, api, tokens, clock } = fixture();
    api.get(commitPath).twice().reply(200, commit);
    await gateway.commit(SHA.base);
    clock.ms += 56 * 60_000;
    await gateway.commit(SHA.base);
    expect(tokens).toHaveLength(2);
  });

  test("that are not accepted are replaced once, for writes too", async () => {
    const { gateway, api, tokens } = fixture();
    const path = "/repos/acme/dns/issues/7/comments";
    api.post(path).reply(401, { message: "Bad credentials" });
    api.post(path).matchHeader("authorization", "token ghs_installationtoken2").reply(201, comment("hello"));
    expect(await gateway.createComment(7, "hello")).toMatchObject({ id: 5 });
    expect(tokens).toHaveLength(2);
  });

  test("that are never accepted are told as such", async () => {
    const { gateway, api } = fixture();
    api.get(commitPath).twice().reply(401, { message: "Bad credentials" });
    expect(await thrownBy(gateway.commit(SHA.base))).toMatchObject({ reason: "unauthorised" });
  });

  test("appear in no error and no log line, even where GitHub repeats them", async () => {
    const { gateway, api, logged } = fixture();
    api.get(commitPath).reply(400, { message: "bad header: token ghs_installationtoken1" });
    const error = (await thrownBy(gateway.commit(SHA.base))) as Error;
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain("ghs_");
    expect(error.message).toContain("[redacted]");
    expect(logged.join("\n")).not.toContain("ghs_");
    expect(logged.length).toBeGreaterThan(0);
  });
});

test("no more than ten requests are under way at once", async () => {
  const { gateway, api } = fixture();
  let running = 0;
  let most = 0;
  api
    .get(commitPath)
    .times(30)
    .reply(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return [200, commit];
    });
  await Promise.all(Array.from({ length: 30 }, () => gateway.commit(SHA.base)));
  expect(most).toBe(10);
});
