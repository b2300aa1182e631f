import assert from "node:assert/strict";
import type { Case } from "./case.ts";
import { Driver, refused } from "./driver.ts";

export const objectCases: readonly Case[] = [
  {
    section: "1.11",
    says: "a recursive tree lists folders and files with mode and size; blobs come by id",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const branch = await driver.branch("tree");
      const commit_sha = await driver.write(branch, `${branch}/deep/file.txt`, "héllo\n");
      const { data: commit } = await setting.author.rest.git.getCommit({ ...driver.at, commit_sha });
      const { data } = await setting.author.rest.git.getTree({
        ...driver.at,
        tree_sha: commit.tree.sha,
        recursive: "1",
      });
      const entry = (path: string) => data.tree.find((one) => one.path === path);
      assert.equal(data.truncated, false);
      assert.equal(entry(`${branch}/deep`)?.mode, "040000");
      const file = entry(`${branch}/deep/file.txt`);
      assert.deepEqual([file?.mode, file?.type, file?.size], ["100644", "blob", 7]);
      const { data: blob } = await setting.author.rest.git.getBlob({ ...driver.at, file_sha: file!.sha! });
      assert.equal(Buffer.from(blob.content, "base64").toString("utf8"), "héllo\n");
    },
  },
  {
    section: "1.11",
    says: "files of a pull request have patches, with the old name of a renamed file",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const base = await driver.branch("base");
      const text = Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join("");
      const parent = await driver.write(base, `${base}/old.txt`, text);
      const head = await driver.branch("head", base);
      const sha = await driver.blobId(base, `${base}/old.txt`);
      const { data: tree } = await setting.author.rest.git.createTree({
        ...driver.at,
        base_tree: (await setting.author.rest.git.getCommit({ ...driver.at, commit_sha: parent })).data.tree
          .sha,
        tree: [
          { path: `${base}/old.txt`, mode: "100644", type: "blob", sha: null },
          { path: `${base}/new.txt`, mode: "100644", type: "blob", sha: sha! },
          { path: `${base}/added.txt`, mode: "100644", type: "blob", content: "added\n" },
        ],
      });
      const { data: commit } = await setting.author.rest.git.createCommit({
        ...driver.at,
        message: "Rename",
        tree: tree.sha,
        parents: [parent],
      });
      await setting.author.rest.git.updateRef({ ...driver.at, ref: `heads/${head}`, sha: commit.sha });
      const pull = await driver.open(head, base);
      const { data } = await setting.author.rest.pulls.listFiles({ ...driver.at, pull_number: pull.number });
      assert.deepEqual(
        data.map((file) => [file.filename, file.status, file.previous_filename, file.patch]),
        [
          [`${base}/added.txt`, "added", undefined, "@@ -0,0 +1 @@\n+added"],
          [`${base}/new.txt`, "renamed", `${base}/old.txt`, undefined],
        ],
      );
    },
  },
  {
    section: "1.11",
    says: "comparing tells ahead, behind and the files since the merge base",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      await driver.write(pull.base.ref, `${pull.base.ref}.txt`, "moved\n");
      const { data } = await setting.author.rest.repos.compareCommitsWithBasehead({
        ...driver.at,
        basehead: `${pull.base.ref}...${pull.head.ref}`,
      });
      assert.deepEqual([data.status, data.ahead_by, data.behind_by], ["diverged", 1, 1]);
      assert.deepEqual(
        data.files?.map(({ filename }) => filename),
        [`${pull.head.ref}.txt`],
      );
    },
  },
  {
    section: "1.11",
    says: "a file is replaced only by who names the blob it has",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const branch = await driver.branch("contents");
      const path = `${branch}.txt`;
      await driver.write(branch, path, "one\n");
      const put = (sha: string) =>
        setting.author.rest.repos.createOrUpdateFileContents({
          ...driver.at,
          path,
          branch,
          sha,
          message: "m",
          content: Buffer.from("two\n").toString("base64"),
        });
      assert.equal((await refused(put("0".repeat(40)))).status, 409);
      assert.equal((await put((await driver.blobId(branch, path))!)).status, 200);
    },
  },
  {
    section: "1.4",
    says: "a commit leads to its pull requests, also after the merge",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.judged((await driver.pull()).number);
      const numbers = async () => {
        const { data } = await setting.author.rest.repos.listPullRequestsAssociatedWithCommit({
          ...driver.at,
          commit_sha: pull.head.sha,
        });
        return data.map(({ number }) => number);
      };
      assert.deepEqual(await numbers(), [pull.number]);
      await setting.bot.rest.pulls.merge({ ...driver.at, pull_number: pull.number });
      assert.deepEqual(await numbers(), [pull.number]);
    },
  },
];
