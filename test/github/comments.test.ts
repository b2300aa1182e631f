import { describe, expect, test } from "@jest/globals";
import { fixture, playGitHub } from "./fixture.ts";
import { APP, APP_ID, user } from "./names.ts";

playGitHub();

const UPDATED = "2026-11-20T12:00:00Z";
const updatedAt = Date.parse(UPDATED);
const MARKER = "<!-- zonewright:plan -->";

describe("finding our comment", () => {
  const comment = (id: number, changed: object = {}) => ({
    id,
    body: `The plan\n${MARKER}`,
    updated_at: UPDATED,
    user: user(900, "zonewright[bot]", "Bot"),
    performed_via_github_app: { id: APP_ID },
    ...changed,
  });

  async function findAmong(comments: object[]) {
    const { gateway, api } = fixture();
    api.get("/app").reply(200, APP);
    api.get("/repos/acme/dns/issues/7/comments").query({ per_page: "100", page: "1" }).reply(200, comments);
    return gateway.findComment(7, MARKER);
  }

  test("gives the first of ours with the marker", async () => {
    const found = await findAmong([comment(1, { body: "Another" }), comment(2), comment(3)]);
    expect(found).toEqual({ id: 2, updatedAt, body: `The plan\n${MARKER}` });
  });

  test("is not taken in by a person or another App that copies the marker", async () => {
    const forged = [
      comment(1, { user: user(3, "mallory"), performed_via_github_app: null }),
      comment(2, { user: user(4, "other[bot]", "Bot"), performed_via_github_app: { id: 1 } }),
      comment(3, { user: user(5, "mallory"), performed_via_github_app: { id: 1 } }),
      comment(4, { user: null, performed_via_github_app: null }),
    ];
    expect(await findAmong(forged)).toBeUndefined();
  });

  test("knows our account where GitHub does not name the App", async () => {
    expect(await findAmong([comment(5, { performed_via_github_app: null })])).toMatchObject({ id: 5 });
  });

  test("asks for the App's name once", async () => {
    const { gateway, api, sent } = fixture();
    api.get("/app").reply(200, APP);
    api.get("/repos/acme/dns/issues/7/comments").query(true).twice().reply(200, []);
    await gateway.findComment(7, MARKER);
    await gateway.findComment(7, MARKER);
    expect(sent.filter((request) => request === "GET /app")).toHaveLength(1);
  });
});

test("comments are created, edited and read as given, with GitHub's time", async () => {
  const { gateway, api } = fixture();
  const answer = { id: 5, body: "hello", updated_at: UPDATED };
  api.post("/repos/acme/dns/issues/7/comments", { body: "hello" }).reply(201, answer);
  api.patch("/repos/acme/dns/issues/comments/5", { body: "bye" }).reply(200, answer);
  api.get("/repos/acme/dns/issues/comments/5").reply(200, answer);
  expect(await gateway.createComment(7, "hello")).toEqual({ id: 5, updatedAt });
  expect(await gateway.updateComment(5, "bye")).toEqual({ id: 5, updatedAt });
  expect(await gateway.comment(5)).toEqual({ id: 5, updatedAt, body: "hello" });
});

test("a comment too long for GitHub is cut, not refused", async () => {
  const { gateway, api } = fixture();
  const fits = ({ body }: { body: string }) => Buffer.byteLength(body) <= 65_536 && /cut here/.test(body);
  api.post("/repos/acme/dns/issues/7/comments", fits).reply(201, { id: 5, updated_at: UPDATED });
  await gateway.createComment(7, "x".repeat(100_000));
});
