import assert from "node:assert/strict";
import type { Case } from "./case.ts";
import { Driver, refused } from "./driver.ts";

function annotations(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    path: "README.md",
    start_line: 1,
    end_line: 1,
    annotation_level: "notice" as const,
    message: `remark ${index}`,
  }));
}

export const checkCases: readonly Case[] = [
  {
    section: "1.6",
    says: "annotations of a later request are added to the earlier ones, at most 50 in each",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const head_sha = await driver.tip(setting.main);
      const output = (count: number) => ({ title: "t", summary: "s", annotations: annotations(count) });
      const name = driver.name("check");
      const { data: run } = await setting.bot.rest.checks.create({
        ...driver.at,
        name,
        head_sha,
        output: output(50),
      });
      const patch = (count: number) =>
        setting.bot.rest.checks.update({ ...driver.at, check_run_id: run.id, output: output(count) });
      assert.equal((await patch(10)).data.output.annotations_count, 60);
      assert.equal((await refused(patch(51))).status, 422);
      const { data } = await setting.bot.rest.checks.get({ ...driver.at, check_run_id: run.id });
      assert.equal(data.output.annotations_count, 60);
    },
  },
  {
    section: "1.6",
    says: "a summary of 65,535 characters is taken, one more is refused",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const head_sha = await driver.tip(setting.main);
      const create = (length: number) =>
        setting.bot.rest.checks.create({
          ...driver.at,
          name: driver.name("check"),
          head_sha,
          output: { title: "t", summary: "x".repeat(length) },
        });
      assert.equal((await create(65_535)).status, 201);
      assert.equal((await refused(create(65_536))).status, 422);
    },
  },
  {
    section: "1.6",
    says: "a conclusion completes the run; the list for a commit has the newest of each name",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const branch = await driver.branch("checked");
      const head_sha = await driver.write(branch, `${branch}.txt`, "one\n");
      const name = driver.name("check");
      const first = await setting.bot.rest.checks.create({ ...driver.at, name, head_sha });
      const second = await setting.bot.rest.checks.create({ ...driver.at, name, head_sha });
      const { data } = await setting.bot.rest.checks.update({
        ...driver.at,
        check_run_id: second.data.id,
        conclusion: "success",
      });
      assert.equal(data.status, "completed");
      assert.equal(typeof data.completed_at, "string");
      const list = async (filter: "latest" | "all") =>
        (await setting.bot.rest.checks.listForRef({ ...driver.at, ref: head_sha, check_name: name, filter }))
          .data;
      assert.deepEqual(
        (await list("latest")).check_runs.map(({ id }) => id),
        [second.data.id],
      );
      assert.deepEqual(
        new Set((await list("all")).check_runs.map(({ id }) => id)),
        new Set([first.data.id, second.data.id]),
      );
    },
  },
  {
    section: "1.6",
    says: "only an App may create check runs",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const create = setting.author.rest.checks.create({
        ...driver.at,
        name: driver.name("check"),
        head_sha: await driver.tip(setting.main),
      });
      assert.equal((await refused(create)).status, 403);
    },
  },
];
