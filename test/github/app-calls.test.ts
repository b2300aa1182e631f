import { describe, expect, test } from "@jest/globals";
import { fixture, INSTALLATION, playGitHub } from "./fixture.ts";
import { APP } from "./names.ts";

playGitHub();

test("the App is read with a JWT, not with an installation's token", async () => {
  const { github, api, tokens } = fixture();
  api
    .matchHeader("authorization", /^bearer eyJ/i)
    .get("/app")
    .reply(200, APP);
  expect(await github.app()).toEqual(APP);
  expect(tokens).toEqual([]);
});

test("installations are listed, with those that are suspended", async () => {
  const { github, api } = fixture();
  api
    .get("/app/installations")
    .query({ per_page: "100", page: "1" })
    .reply(200, [
      { id: 1, account: { login: "acme" }, suspended_at: null },
      { id: 2, account: null, suspended_at: "2026-11-01T00:00:00Z" },
    ]);
  expect(await github.installations()).toEqual([
    { id: 1, account: "acme", suspended: false },
    { id: 2, account: undefined, suspended: true },
  ]);
});

test("an installation's repositories are read with a token that reads metadata only", async () => {
  const { github, api, tokens } = fixture();
  const repository = { id: 12, name: "dns", owner: { login: "acme" }, default_branch: "main" };
  api
    .get("/installation/repositories")
    .query({ per_page: "100", page: "1" })
    .reply(200, { total_count: 1, repositories: [repository] });
  expect(await github.repositories(INSTALLATION)).toEqual([
    { id: 12, owner: "acme", name: "dns", defaultBranch: "main", installationId: INSTALLATION },
  ]);
  expect(tokens).toEqual([{ permissions: { metadata: "read" } }]);
});

describe("webhooks that did not arrive", () => {
  const since = Date.parse("2026-11-19T12:00:00Z");
  const attempt = (id: number, guid: string, at: string, status_code: number) => ({
    id,
    guid,
    delivered_at: at,
    status_code,
    event: "push",
  });

  test("are those of which no attempt succeeded, each by its last attempt", async () => {
    const { github, api } = fixture();
    const next = {
      link: '<https://api.github.com/app/hook/deliveries?cursor=v1_2&per_page=100>; rel="next"',
    };
    api
      .get("/app/hook/deliveries")
      .query({ per_page: "100" })
      .reply(
        200,
        [
          attempt(9, "lost", "2026-11-20T11:00:00Z", 503),
          attempt(8, "came later", "2026-11-20T10:00:00Z", 202),
          attempt(7, "lost", "2026-11-20T09:00:00Z", 0),
        ],
        next,
      );
    api
      .get("/app/hook/deliveries")
      .query({ per_page: "100", cursor: "v1_2" })
      .reply(
        200,
        [
          attempt(6, "came later", "2026-11-20T08:00:00Z", 500),
          attempt(5, "too old", "2026-11-19T11:59:59Z", 500),
        ],
        { link: next.link.replace("v1_2", "v1_3") },
      );
    expect(await github.failedDeliveries(since)).toEqual([
      { id: 9, guid: "lost", event: "push", deliveredAt: Date.parse("2026-11-20T11:00:00Z") },
    ]);
  });

  test("can be asked for again", async () => {
    const { github, api } = fixture();
    api.post("/app/hook/deliveries/9/attempts").reply(202, {});
    await github.redeliver(9);
  });
});
