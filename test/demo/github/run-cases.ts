/**
 * Plays the cases on a real GitHub: `node test/demo/github/run-cases.ts`, with in the environment
 * ZONEWRIGHT_GITHUB_API (https://api.github.com), ZONEWRIGHT_GITHUB_REPOSITORY (owner/name of a repository to throw
 * away, with a README.md), ZONEWRIGHT_GITHUB_TOKEN (a personal token with write access) and, for the cases that need
 * them, ZONEWRIGHT_GITHUB_REVIEWER_TOKEN (another person's), ZONEWRIGHT_GITHUB_BOT_TOKEN (an installation's) and
 * ZONEWRIGHT_GITHUB_APP_TOKEN (the App's JWT). Cases whose tokens are missing are named, and not counted as passed.
 */
import { Octokit } from "@octokit/rest";
import type { Part, Setting } from "./cases/case.ts";
import { cases } from "./cases/index.ts";

const baseUrl = wanted("ZONEWRIGHT_GITHUB_API");
const [owner, repo] = wanted("ZONEWRIGHT_GITHUB_REPOSITORY").split("/") as [string, string];
const tokens: Readonly<Record<Part, string | undefined>> = {
  author: wanted("ZONEWRIGHT_GITHUB_TOKEN"),
  reviewer: process.env.ZONEWRIGHT_GITHUB_REVIEWER_TOKEN,
  bot: process.env.ZONEWRIGHT_GITHUB_BOT_TOKEN,
  app: process.env.ZONEWRIGHT_GITHUB_APP_TOKEN,
};

/** Octokit logs refusals as warnings; here many are meant. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const client = (token: string | undefined) => new Octokit({ baseUrl, auth: token, log: silent });
const author = client(tokens.author);
const { data: repository } = await author.rest.repos.get({ owner, repo });
const setting: Setting = {
  owner,
  repo,
  main: repository.default_branch,
  author,
  reviewer: client(tokens.reviewer),
  bot: client(tokens.bot),
  app: client(tokens.app),
  client,
};

let failed = 0;
let unplayed = 0;
for (const { section, says, needs, run } of cases) {
  const name = `§${section}: ${says}`;
  const missing = needs.filter((part) => tokens[part] === undefined);
  if (missing.length > 0) {
    unplayed++;
    console.log(`not played (no token for ${missing.join(", ")})  ${name}`);
    continue;
  }
  try {
    await run(setting);
    console.log(`as described  ${name}`);
  } catch (error) {
    failed++;
    console.log(`otherwise     ${name}\n${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(`${cases.length - failed - unplayed} as described, ${failed} otherwise, ${unplayed} not played`);
process.exitCode = failed > 0 ? 1 : 0;

function wanted(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; see the head of this file`);
  return value;
}
