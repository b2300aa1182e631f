import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { blockFor, blocksOf } from "./blocks.ts";

const GUIDE = "docs/ci.md";
const folder = mkdtempSync(join(tmpdir(), "zonewright-ci-"));
const repository = join(folder, "repository");
const bin = join(folder, "bin");
const summary = join(folder, "summary.md");
const zone = "zones/acme.example.zone";
const head =
  "$TTL 300\n@ SOA ns1.example.com. h.example.com. 1 2h 1h 14d 1h\n@ NS ns1.example.com.\n@ NS ns2.example.com.\n";
const good = `${head}www A 192.0.2.1\n`;
const bad = `${good}shop CNAME gone\n`;

const env = {
  PATH: `${bin}:${process.env.PATH}`,
  GITHUB_BASE_REF: "main",
  GITHUB_STEP_SUMMARY: summary,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
};

function git(...args: readonly string[]) {
  const who = ["-c", "user.name=Mia", "-c", "user.email=mia@acme.example"];
  return spawnSync("git", [...who, ...args], { cwd: repository, env, encoding: "utf8" });
}

function write(text: string): void {
  writeFileSync(join(repository, zone), text);
}

beforeAll(() => {
  mkdirSync(join(repository, "zones"), { recursive: true });
  mkdirSync(bin);
  const main = resolve("src/main.ts");
  writeFileSync(join(bin, "zonewright"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  chmodSync(join(bin, "zonewright"), 0o755);
  execFileSync("git", ["init", "-q", "-b", "main", repository]);
  write(good);
  git("add", ".");
  git("commit", "-qm", "Start");
  git("update-ref", "refs/remotes/origin/main", "HEAD");
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("the workflow of the guide", () => {
  interface Step {
    readonly name?: string;
    readonly run?: string;
  }
  const { jobs } = parse(blockFor(GUIDE, ".github/workflows/dns.yml").text) as {
    jobs: { check: { steps: readonly Step[] } };
  };
  const steps = jobs.check.steps.filter((step) => step.run?.startsWith("zonewright"));

  function runStep(name: RegExp) {
    const step = steps.find((one) => name.test(one.name ?? ""));
    return spawnSync("bash", ["-euo", "pipefail", "-c", step!.run!], {
      cwd: repository,
      env,
      encoding: "utf8",
    });
  }

  test("annotates what the pull request makes worse, and fails", () => {
    write(bad);
    git("commit", "-qam", "Break");
    const { status, stdout } = runStep(/^Check/);
    expect(stdout).toMatch(/^::error file=zones\/acme\.example\.zone,line=6,.*title=cname-dangling/m);
    expect(status).toBe(1);
  });

  test("shows the plan as the run's summary", () => {
    expect(runStep(/plan/).status).toBe(0);
    expect(readFileSync(summary, "utf8")).toContain("+ shop.acme.example. 300 CNAME gone.acme.example.");
  });
});

test("the pre-commit hook of the guide stops a bad commit, and lets a good one pass", () => {
  const hook = blocksOf(GUIDE).find(({ language }) => language === "sh")!.text;
  const path = join(repository, ".git/hooks/pre-commit");
  writeFileSync(path, hook);
  chmodSync(path, 0o755);
  git("reset", "-q", "--hard", "refs/remotes/origin/main");
  write(bad);
  const refused = git("commit", "-qam", "Break");
  expect(refused.stdout + refused.stderr).toContain("cname-dangling");
  expect(refused.status).not.toBe(0);
  write(`${good}shop A 192.0.2.2\n`);
  expect(git("commit", "-qam", "Add the shop").status).toBe(0);
});
