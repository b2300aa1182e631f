import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { silentLog, UsageError } from "../../src/base/index.ts";
import { createGitHub } from "../../src/github/index.ts";

const publicKeyEncoding = { type: "spki", format: "pem" } as const;
const privateKeyEncoding = { type: "pkcs8", format: "pem" } as const;
const rsa = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding,
  privateKeyEncoding,
}).privateKey;
const elliptic = generateKeyPairSync("ed25519", { publicKeyEncoding, privateKeyEncoding }).privateKey;

/** What a GitHub at `baseUrl` is first asked. */
async function firstRequest(baseUrl: string, privateKey: string): Promise<string> {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request) => {
    asked.push(String(input));
    return Response.json({ id: 1, slug: "zonewright", permissions: {}, events: [] });
  };
  await createGitHub({ baseUrl, appId: 1, privateKey, log: silentLog, fetch }).app();
  return asked[0]!;
}

describe("GitHub is reached", () => {
  test.each([
    ["https://api.github.com", "https://api.github.com/app"],
    ["https://github.example/api/v3", "https://github.example/api/v3/app"],
    ["https://github.example/api/v3/", "https://github.example/api/v3/app"],
  ])("at %s", async (baseUrl, url) => {
    expect(await firstRequest(baseUrl, rsa)).toBe(url);
  });

  test("with a key whose lines an environment variable ran together", async () => {
    expect(await firstRequest("https://api.github.com", rsa.replaceAll("\n", "\\n"))).toBe(
      "https://api.github.com/app",
    );
  });
});

describe("the App does not start with", () => {
  test.each([
    ["no key", ""],
    ["text that is no key", "hunter2"],
    ["a key of another kind", elliptic],
  ])("%s", (_, privateKey) => {
    const start = () =>
      createGitHub({ baseUrl: "https://api.github.com", appId: 1, privateKey, log: silentLog });
    expect(start).toThrow(UsageError);
    expect(start).toThrow(/the private key is no RSA key/);
    expect(start).not.toThrow(/hunter2/);
  });
});
