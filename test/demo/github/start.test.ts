import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitHub } from "../../../src/demo/github/index.ts";
import { app, openPlayground, repository } from "./playground.ts";

const accounts = [{ login: "ada" }];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zonewright-test-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("the stand-in", () => {
  test("keeps each repository as a real bare one, whole in git's own eyes", async () => {
    await using playground = await openPlayground({ dataDir: folder });
    const { github } = playground;
    const ada = github.as("ada");
    await ada.commitFiles(repository, {
      branch: "topic",
      message: "Add",
      files: { "a/b/c.txt": "c\n", "a.txt": "a\n" },
    });
    const number = await ada.openPull(repository, { head: "topic", title: "Add" });
    const sha = await github.as("grace").mergePull(repository, number);
    const git = async (...args: string[]) =>
      (
        await promisify(execFile)("git", ["--git-dir", join(folder, `${repository}.git`), ...args])
      ).stdout.trim();
    await git("fsck", "--strict", "--full");
    expect(await git("rev-parse", "HEAD")).toBe(sha);
    expect(await git("rev-parse", `refs/pull/${number}/head`)).toBe(github.tip(repository, "topic"));
    expect(await git("show", "main:a/b/c.txt")).toBe("c");
  });

  test("does not take over a repository that another left", async () => {
    const first = await startGitHub({ app, accounts, dataDir: folder });
    await first.createRepository({ repository: "ada/dns", files: { a: "a\n" } });
    await first.close();
    expect(await readdir(join(folder, "ada"))).toEqual(["dns.git"]);
    const second = await startGitHub({ app, accounts, dataDir: folder });
    await expect(second.createRepository({ repository: "ada/dns", files: { a: "a\n" } })).rejects.toThrow(
      /there is a folder already/,
    );
    await second.close();
  });

  test.each(["dns", "ada/../dns", "ada/..", "ada/a b"])("refuses %j as a repository's name", async (name) => {
    const github = await startGitHub({ app, accounts });
    await expect(github.createRepository({ repository: name, files: {} })).rejects.toThrow(/owner\/name/);
    await github.close();
  });

  test("says so when its port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    await expect(startGitHub({ app, accounts, port })).rejects.toThrow(/choose another port/);
    await new Promise((resolve) => other.close(resolve));
  });

  test("gives an account the same id and token on every start", async () => {
    const ids = async () => {
      const github = await startGitHub({ app, accounts });
      const response = await fetch(`${github.apiUrl}/user`, {
        headers: { authorization: `Bearer ${github.tokenOf("ada")}` },
      });
      const { id } = (await response.json()) as { id: number };
      await github.close();
      return [id, github.tokenOf("ada")];
    };
    expect(await ids()).toEqual(await ids());
  });
});
