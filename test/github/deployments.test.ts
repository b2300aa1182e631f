import { describe, expect, test } from "@jest/globals";
import { fixture, playGitHub, thrownBy } from "./fixture.ts";
import { APP, APP_ID, SHA, user } from "./names.ts";

playGitHub();

describe("a deployment", () => {
  const wanted = {
    sha: SHA.merge,
    environment: "dns/public",
    key: "12@abc:public",
    description: "d".repeat(200),
  };

  test("is created of exactly the commit, without GitHub merging or waiting for other checks", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/deployments", {
        ref: SHA.merge,
        environment: "dns/public",
        description: `${"d".repeat(139)}…`,
        payload: { key: "12@abc:public" },
        production_environment: true,
        auto_merge: false,
        required_contexts: [],
      })
      .reply(201, { id: 3 });
    expect(await gateway.createDeployment(wanted)).toEqual({ id: 3 });
  });

  test("that GitHub answers with a merge is not taken for one", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/deployments")
      .reply(202, { message: "Auto-merged main into topic on deployment." });
    expect(await thrownBy(gateway.createDeployment(wanted))).toMatchObject({ uncertain: true });
  });

  test("is found again by its key, if it is ours", async () => {
    const { gateway, api } = fixture();
    const made = (id: number, changed: object) => ({
      id,
      payload: { key: wanted.key },
      creator: user(900, "zonewright[bot]", "Bot"),
      performed_via_github_app: { id: APP_ID },
      ...changed,
    });
    api.get("/app").reply(200, APP);
    api
      .get("/repos/acme/dns/deployments")
      .query({ sha: SHA.merge, environment: "dns/public", per_page: "100", page: "1" })
      .reply(200, [
        made(1, { payload: { key: "another" } }),
        made(2, { creator: user(3, "mallory"), performed_via_github_app: null }),
        made(3, { payload: "no JSON" }),
        made(4, { payload: "", performed_via_github_app: null }),
        made(5, { payload: JSON.stringify({ key: wanted.key }) }),
      ]);
    expect(await gateway.findDeployment(SHA.merge, "dns/public", wanted.key)).toEqual({ id: 5 });
  });
});

describe("a deployment's statuses", () => {
  test("are said within GitHub's limits", async () => {
    const { gateway, api } = fixture();
    api
      .post("/repos/acme/dns/deployments/3/statuses", {
        state: "success",
        description: `${"d".repeat(139)}…`,
        environment_url: "https://dns.example/",
        log_url: "https://dns.example/log",
      })
      .reply(201, { id: 8 });
    const status = await gateway.createDeploymentStatus(3, {
      state: "success",
      description: "d".repeat(141),
      environmentUrl: "https://dns.example/",
      logUrl: "https://dns.example/log",
    });
    expect(status).toEqual({ id: 8 });
  });

  test("are listed newest first", async () => {
    const { gateway, api } = fixture();
    api
      .get("/repos/acme/dns/deployments/3/statuses")
      .query(true)
      .reply(200, [
        { id: 1, state: "queued", description: "" },
        { id: 2, state: "success", description: "served" },
      ]);
    expect((await gateway.deploymentStatuses(3)).map(({ state }) => state)).toEqual(["success", "queued"]);
  });
});
