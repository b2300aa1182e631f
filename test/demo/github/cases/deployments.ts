import assert from "node:assert/strict";
import type { Case, Setting } from "./case.ts";
import { Driver, refused } from "./driver.ts";

async function deploy(setting: Setting, ref: string, options: Record<string, unknown> = {}) {
  const driver = new Driver(setting);
  return await setting.bot.rest.repos.createDeployment({ ...driver.at, ref, auto_merge: false, ...options });
}

export const deploymentCases: readonly Case[] = [
  {
    section: "1.7",
    says: "by default the default branch is merged into a branch that lacks some of it, and nothing is deployed",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const branch = await driver.branch("behind");
      await driver.write(setting.main, `${branch}.txt`, "ahead\n");
      const before = await driver.tip(branch);
      const { status } = await deploy(setting, branch, { auto_merge: true, required_contexts: [] });
      assert.equal(status, 202);
      assert.notEqual(await driver.tip(branch), before);
    },
  },
  {
    section: "1.7",
    says: "by default every check must have passed, none where required_contexts is empty",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const branch = await driver.branch("unchecked");
      const head_sha = await driver.write(branch, `${branch}.txt`, "one\n");
      await setting.bot.rest.checks.create({
        ...driver.at,
        name: driver.name("check"),
        head_sha,
        conclusion: "failure",
      });
      assert.equal((await refused(deploy(setting, head_sha))).status, 409);
      assert.equal((await deploy(setting, head_sha, { required_contexts: [] })).status, 201);
    },
  },
  {
    section: "1.7",
    says: "statuses are listed newest first; a description over 140 characters is refused",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const made = await deploy(setting, await driver.tip(setting.main), { required_contexts: [] });
      assert.equal(made.status, 201);
      const deployment_id = (made.data as { id: number }).id;
      const status = (state: "in_progress" | "success", description: string) =>
        setting.bot.rest.repos.createDeploymentStatus({ ...driver.at, deployment_id, state, description });
      await status("in_progress", "at work");
      await status("success", "x".repeat(140));
      assert.equal((await refused(status("success", "x".repeat(141)))).status, 422);
      const { data } = await setting.bot.rest.repos.listDeploymentStatuses({ ...driver.at, deployment_id });
      assert.deepEqual(
        data.map(({ state }) => state),
        ["success", "in_progress"],
      );
    },
  },
  {
    section: "1.7",
    says: "success makes the environment's earlier deployment inactive, but not in production",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      for (const [production_environment, expected] of [
        [false, "inactive"],
        [true, "success"],
      ] as const) {
        const environment = driver.name("environment");
        const ids: number[] = [];
        for (let turn = 0; turn < 2; turn++) {
          const ref = await driver.tip(setting.main);
          const made = await deploy(setting, ref, {
            environment,
            production_environment,
            required_contexts: [],
          });
          const deployment_id = (made.data as { id: number }).id;
          ids.push(deployment_id);
          await setting.bot.rest.repos.createDeploymentStatus({
            ...driver.at,
            deployment_id,
            state: "success",
          });
        }
        const { data } = await setting.bot.rest.repos.listDeploymentStatuses({
          ...driver.at,
          deployment_id: ids[0]!,
        });
        assert.equal(data[0]!.state, expected);
      }
    },
  },
];
