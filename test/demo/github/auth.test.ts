import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { appJwt, openPlayground, type Playground, repository } from "./playground.ts";

let playground: Playground;
let now = Date.UTC(2026, 0, 1);

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1);
  playground = await openPlayground({ clock: { now: () => now } });
});
afterEach(async () => {
  await playground[Symbol.asyncDispose]();
});

async function status(path: string, credential?: string, method = "GET"): Promise<number> {
  const response = await fetch(`${playground.github.apiUrl}${path}`, {
    method,
    ...(credential === undefined ? {} : { headers: { authorization: `Bearer ${credential}` } }),
  });
  await response.text();
  return response.status;
}

async function installationToken(): Promise<string> {
  const headers = { authorization: `Bearer ${appJwt({}, now)}` };
  const list = await fetch(`${playground.github.apiUrl}/app/installations`, { headers });
  const [installation] = (await list.json()) as { id: number }[];
  const url = `${playground.github.apiUrl}/app/installations/${installation!.id}/access_tokens`;
  const response = await fetch(url, { method: "POST", headers });
  return ((await response.json()) as { token: string }).token;
}

describe("the App's JWT", () => {
  test("is taken when it is signed by the App, for the App, and short-lived", async () => {
    expect(await status("/app", appJwt({}, now))).toBe(200);
  });

  test.each([
    ["has another issuer", { iss: 1 }],
    ["has expired", { exp: Date.UTC(2026, 0, 1) / 1000 - 1 }],
    ["lives longer than ten minutes", { exp: Date.UTC(2026, 0, 1) / 1000 + 700 }],
    ["was issued in the future", { iat: Date.UTC(2026, 0, 1) / 1000 + 120 }],
  ])("is refused when it %s", async (_why, claims) => {
    expect(await status("/app", appJwt(claims, now))).toBe(401);
  });

  test("is refused when its signature is not the App's", async () => {
    const [header, claims] = appJwt({}, now).split(".");
    expect(await status("/app", `${header}.${claims}.${Buffer.alloc(256).toString("base64url")}`)).toBe(401);
  });
});

describe("an installation token", () => {
  test("has the long form that names the App", async () => {
    expect(await installationToken()).toMatch(/^ghs_4711_[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  test("ends after an hour", async () => {
    const token = await installationToken();
    now += 3_599_000;
    expect(await status(`/repos/${repository}`, token)).toBe(200);
    now += 2_000;
    expect(await status(`/repos/${repository}`, token)).toBe(401);
  });

  test("is refused while the installation is suspended, and for good once it is gone", async () => {
    const token = await installationToken();
    playground.github.setSuspended("acme", true);
    expect(await status(`/repos/${repository}`, token)).toBe(403);
    playground.github.setSuspended("acme", false);
    expect(await status(`/repos/${repository}`, token)).toBe(200);
    playground.github.setInstalled(repository, false);
    expect(await status(`/repos/${repository}`, token)).toBe(401);
  });
});

describe("a private repository", () => {
  test("is not there for those who may not read it", async () => {
    await playground.github.createRepository({
      repository: "acme/secret",
      private: true,
      files: { a: "a\n" },
    });
    expect(await status("/repos/acme/secret")).toBe(404);
    expect(await status("/repos/acme/secret", playground.github.tokenOf("ada"))).toBe(404);
    expect(await status("/repos/acme/secret", playground.github.tokenOf("acme"))).toBe(200);
  });
});

test("a public repository is read by anybody and changed by nobody unknown", async () => {
  expect(await status(`/repos/${repository}`)).toBe(200);
  expect(await status(`/repos/${repository}/git/refs`, undefined, "POST")).toBe(401);
  expect(await status(`/repos/${repository}`, "ghp_wrong")).toBe(401);
});
