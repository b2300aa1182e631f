import assert from "node:assert/strict";
import type { Case } from "./case.ts";
import { Driver, refused } from "./driver.ts";

export const tokenCases: readonly Case[] = [
  {
    section: "1.12",
    says: "a token narrowed to reading may not write, and lasts an hour",
    needs: ["author", "app"],
    async run(setting) {
      const driver = new Driver(setting);
      const { data: installation } = await setting.app.rest.apps.getRepoInstallation(driver.at);
      const { data, headers } = await setting.app.rest.apps.createInstallationAccessToken({
        installation_id: installation.id,
        repositories: [setting.repo],
        permissions: { contents: "read" },
      });
      const life = Date.parse(data.expires_at) - Date.parse(headers.date!);
      assert.ok(Math.abs(life - 3_600_000) < 10_000, `it lasts ${life} ms`);
      const narrow = setting.client(data.token);
      const read = await narrow.rest.git.getRef({ ...driver.at, ref: `heads/${setting.main}` });
      assert.equal(read.status, 200);
      const ref = `refs/heads/${driver.name("refused")}`;
      const write = narrow.rest.git.createRef({ ...driver.at, ref, sha: read.data.object.sha });
      assert.equal((await refused(write)).status, 403);
    },
  },
  {
    section: "1.12",
    says: "a token cannot have more than the installation was granted",
    needs: ["app"],
    async run(setting) {
      const driver = new Driver(setting);
      const { data: installation } = await setting.app.rest.apps.getRepoInstallation(driver.at);
      const create = setting.app.rest.apps.createInstallationAccessToken({
        installation_id: installation.id,
        permissions: { administration: "write" },
      });
      assert.equal((await refused(create)).status, 422);
    },
  },
  {
    section: "1.10",
    says: "every answer tells what is left of the hour, and GitHub's own time",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const one = await setting.author.rest.repos.get(driver.at);
      const two = await setting.author.rest.repos.get(driver.at);
      const left = (headers: Record<string, unknown>) => Number(headers["x-ratelimit-remaining"]);
      assert.ok(left(two.headers) < left(one.headers));
      assert.ok(!Number.isNaN(Date.parse(String(two.headers.date))));
    },
  },
];
