import assert from "node:assert/strict";
import type { Case } from "./case.ts";
import { Driver, refused } from "./driver.ts";

export const commentCases: readonly Case[] = [
  {
    section: "1.8",
    says: "a body of 65,536 characters is taken, one more is refused",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const { number } = await driver.pull();
      const comment = (length: number) =>
        setting.bot.rest.issues.createComment({
          ...driver.at,
          issue_number: number,
          body: "x".repeat(length),
        });
      assert.equal((await comment(65_536)).status, 201);
      const { status, message } = await refused(comment(65_537));
      assert.equal(status, 422);
      assert.match(message, /maximum is 65536 characters/);
    },
  },
  {
    section: "1.8",
    says: "the App's comment carries its App and is edited in place; another's the App may not edit",
    needs: ["author", "bot"],
    async run(setting) {
      const driver = new Driver(setting);
      const { number } = await driver.pull();
      const own = await setting.bot.rest.issues.createComment({
        ...driver.at,
        issue_number: number,
        body: "first",
      });
      const theirs = await setting.author.rest.issues.createComment({
        ...driver.at,
        issue_number: number,
        body: "hi",
      });
      assert.equal(own.data.user?.type, "Bot");
      assert.equal(typeof own.data.performed_via_github_app?.id, "number");
      assert.equal(theirs.data.performed_via_github_app ?? null, null);
      await setting.bot.rest.issues.updateComment({ ...driver.at, comment_id: own.data.id, body: "second" });
      const { data } = await setting.bot.rest.issues.listComments({ ...driver.at, issue_number: number });
      assert.deepEqual(
        data.map(({ id, body }) => [id, body]),
        [
          [own.data.id, "second"],
          [theirs.data.id, "hi"],
        ],
      );
      const foreign = setting.bot.rest.issues.updateComment({
        ...driver.at,
        comment_id: theirs.data.id,
        body: "no",
      });
      assert.equal((await refused(foreign)).status, 403);
    },
  },
];
