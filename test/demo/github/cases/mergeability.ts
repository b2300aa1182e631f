import assert from "node:assert/strict";
import type { Case } from "./case.ts";
import { Driver } from "./driver.ts";

export const mergeabilityCases: readonly Case[] = [
  {
    section: "1.1",
    says: "a fresh pull request's mergeable is null first and true later",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      assert.equal(pull.mergeable, null);
      assert.equal(pull.mergeable_state, "unknown");
      assert.equal((await driver.judged(pull.number)).mergeable, true);
    },
  },
  {
    section: "1.1",
    says: "merge_commit_sha is a test merge whose parents are the base's tip and the head, and it is in neither branch",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.judged((await driver.pull()).number);
      const { data: merge } = await setting.author.rest.git.getCommit({
        ...driver.at,
        commit_sha: pull.merge_commit_sha!,
      });
      assert.deepEqual(
        merge.parents.map(({ sha }) => sha),
        [await driver.tip(pull.base.ref), pull.head.sha],
      );
      assert.notEqual(await driver.tip(pull.base.ref), merge.sha);
      assert.notEqual(await driver.tip(pull.head.ref), merge.sha);
    },
  },
  {
    section: "1.1",
    says: "when the base moves, the old test merge stands until the pull request is fetched, then it is renewed",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const before = await driver.judged((await driver.pull()).number);
      const tip = await driver.write(before.base.ref, `${before.base.ref}.txt`, "moved\n");
      const { data: listed } = await setting.author.rest.pulls.list({ ...driver.at, base: before.base.ref });
      assert.equal(listed[0]!.merge_commit_sha, before.merge_commit_sha);
      const after = await driver.until(async () => {
        const pull = await driver.get(before.number);
        return pull.merge_commit_sha === before.merge_commit_sha ? undefined : pull;
      });
      const { data: merge } = await setting.author.rest.git.getCommit({
        ...driver.at,
        commit_sha: after.merge_commit_sha!,
      });
      assert.deepEqual(
        merge.parents.map(({ sha }) => sha),
        [tip, before.head.sha],
      );
      assert.notEqual(after.base.sha, tip, "pull.base.sha lags behind the base's tip");
    },
  },
  {
    section: "1.1",
    says: "a conflict makes mergeable false and dirty, and leaves the stale test merge in merge_commit_sha",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const path = `${driver.name("conflict")}.txt`;
      const before = await driver.judged((await driver.pull({ path, text: "head\n" })).number);
      await driver.write(before.base.ref, path, "base\n");
      const after = await driver.until(async () => {
        const pull = await driver.get(before.number);
        return pull.mergeable === false ? pull : undefined;
      });
      assert.equal(after.mergeable_state, "dirty");
      assert.equal(after.merge_commit_sha, before.merge_commit_sha);
    },
  },
  {
    section: "1.1",
    says: "the list of pull requests has no mergeable",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const { data } = await setting.author.rest.pulls.list({ ...driver.at, base: pull.base.ref });
      assert.equal(data.length, 1);
      assert.ok(!("mergeable" in data[0]!));
    },
  },
];
