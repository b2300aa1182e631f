import assert from "node:assert/strict";
import type { Case, Setting } from "./case.ts";
import { Driver, type PullData, refused } from "./driver.ts";

async function merge(setting: Setting, pull: PullData, sha = pull.head.sha) {
  const driver = new Driver(setting);
  return await setting.bot.rest.pulls.merge({ ...driver.at, pull_number: pull.number, sha });
}

export const mergingCases: readonly Case[] = [
  {
    section: "1.2",
    says: "a merge makes a commit of base tip and head by web-flow, moves the base to it and closes the pull request",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.judged((await driver.pull()).number);
      const base = await driver.tip(pull.base.ref);
      const { data } = await merge(setting, pull);
      assert.equal(data.merged, true);
      assert.equal(await driver.tip(pull.base.ref), data.sha);
      const { data: commit } = await setting.author.rest.git.getCommit({
        ...driver.at,
        commit_sha: data.sha,
      });
      assert.deepEqual(
        commit.parents.map(({ sha }) => sha),
        [base, pull.head.sha],
      );
      assert.equal(commit.committer.name, "GitHub");
      assert.match(commit.message, new RegExp(`^Merge pull request #${pull.number} from `));
      const after = await driver.get(pull.number);
      assert.equal(after.merged, true);
      assert.equal(after.state, "closed");
      assert.equal(after.merge_commit_sha, data.sha);
    },
  },
  {
    section: "1.2",
    says: "the merge's tree is the test merge's tree while base and head stay",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.judged((await driver.pull()).number);
      const tree = async (sha: string) =>
        (await setting.author.rest.git.getCommit({ ...driver.at, commit_sha: sha })).data.tree.sha;
      const tested = await tree(pull.merge_commit_sha!);
      const { data } = await merge(setting, pull);
      assert.equal(await tree(data.sha), tested);
    },
  },
  {
    section: "1.2",
    says: "409 when the head is not the given sha, and nothing is merged",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.judged((await driver.pull()).number);
      await driver.write(pull.head.ref, `${pull.head.ref}.txt`, "two\n");
      const { status, message } = await refused(merge(setting, pull));
      assert.equal(status, 409);
      assert.match(message, /Head branch was modified\. Review and try the merge again\./);
      assert.equal((await driver.get(pull.number)).merged, false);
    },
  },
  {
    section: "1.2",
    says: "405 for a conflict, and for a pull request that is merged already",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const path = `${driver.name("conflict")}.txt`;
      const conflict = await driver.pull({ path, text: "head\n" });
      await driver.write(conflict.base.ref, path, "base\n");
      const answer = await refused(merge(setting, conflict));
      assert.equal(answer.status, 405);
      assert.match(answer.message, /Pull Request is not mergeable/);
      const pull = await driver.judged((await driver.pull()).number);
      await merge(setting, pull);
      assert.equal((await refused(merge(setting, pull))).status, 405);
    },
  },
  {
    section: "1.2",
    says: "405 for a draft",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.judged((await driver.pull({ draft: true })).number);
      assert.equal((await refused(merge(setting, pull))).status, 405);
    },
  },
  {
    section: "1.2",
    says: "the base is not guarded: a merge lands on whatever the base's tip is by then",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.judged((await driver.pull()).number);
      const moved = await driver.write(pull.base.ref, `${pull.base.ref}.txt`, "moved\n");
      await driver.judged(pull.number);
      const { data } = await merge(setting, pull);
      const { data: commit } = await setting.author.rest.git.getCommit({
        ...driver.at,
        commit_sha: data.sha,
      });
      assert.equal(commit.parents[0]!.sha, moved);
    },
  },
  {
    section: "1.2",
    says: "a ref moves forward only, unless forced: 422 Update is not a fast forward",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const branch = await driver.branch("moves");
      const before = await driver.tip(branch);
      const after = await driver.write(branch, `${branch}.txt`, "one\n");
      const ref = `heads/${branch}`;
      const { status, message } = await refused(
        setting.author.rest.git.updateRef({ ...driver.at, ref, sha: before, force: false }),
      );
      assert.equal(status, 422);
      assert.match(message, /Update is not a fast forward/);
      assert.equal(await driver.tip(branch), after);
      await setting.author.rest.git.updateRef({ ...driver.at, ref, sha: before, force: true });
      assert.equal(await driver.tip(branch), before);
    },
  },
  {
    section: "1.2",
    says: "a pull request whose head reaches the base by another road counts as merged",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const { data: commit } = await setting.author.rest.git.getCommit({
        ...driver.at,
        commit_sha: pull.head.sha,
      });
      const base = await driver.tip(pull.base.ref);
      const { data: merge } = await setting.author.rest.git.createCommit({
        ...driver.at,
        message: "Merge by hand",
        tree: commit.tree.sha,
        parents: [base, pull.head.sha],
      });
      await setting.author.rest.git.updateRef({
        ...driver.at,
        ref: `heads/${pull.base.ref}`,
        sha: merge.sha,
      });
      const after = await driver.until(async () => {
        const one = await driver.get(pull.number);
        return one.merged ? one : undefined;
      });
      assert.equal(after.state, "closed");
      assert.equal(after.merge_commit_sha, merge.sha);
    },
  },
  {
    section: "1.2",
    says: "updating the branch merges the base into the head",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const moved = await driver.write(pull.base.ref, `${pull.base.ref}.txt`, "moved\n");
      await setting.author.rest.pulls.updateBranch({ ...driver.at, pull_number: pull.number });
      const after = await driver.until(async () => {
        const one = await driver.get(pull.number);
        return one.head.sha === pull.head.sha ? undefined : one;
      });
      const { data: commit } = await setting.author.rest.git.getCommit({
        ...driver.at,
        commit_sha: after.head.sha,
      });
      assert.deepEqual(
        commit.parents.map(({ sha }) => sha),
        [pull.head.sha, moved],
      );
    },
  },
];
