import assert from "node:assert/strict";
import type { Case, Setting } from "./case.ts";
import { Driver, type PullData, refused } from "./driver.ts";

async function approve(setting: Setting, pull: PullData) {
  const driver = new Driver(setting);
  const { data } = await setting.reviewer.rest.pulls.createReview({
    ...driver.at,
    pull_number: pull.number,
    event: "APPROVE",
  });
  return data;
}

async function reviews(setting: Setting, pull: PullData) {
  const driver = new Driver(setting);
  const { data } = await setting.author.rest.pulls.listReviews({ ...driver.at, pull_number: pull.number });
  return data;
}

export const reviewCases: readonly Case[] = [
  {
    section: "1.3",
    says: "an approval has its state in capitals and the head it was given on",
    needs: ["author", "reviewer"],
    async run(setting) {
      const pull = await new Driver(setting).pull();
      const review = await approve(setting, pull);
      assert.equal(review.state, "APPROVED");
      assert.equal(review.commit_id, pull.head.sha);
      assert.deepEqual(
        (await reviews(setting, pull)).map(({ id }) => id),
        [review.id],
      );
    },
  },
  {
    section: "1.3",
    says: "an author cannot approve their own pull request",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const own = setting.author.rest.pulls.createReview({
        ...driver.at,
        pull_number: pull.number,
        event: "APPROVE",
      });
      const { status, message } = await refused(own);
      assert.equal(status, 422);
      assert.match(message, /Can not approve your own pull request/i);
      assert.deepEqual(await reviews(setting, pull), []);
    },
  },
  {
    section: "1.3",
    says: "a dismissed approval keeps its row with another state",
    needs: ["author", "reviewer"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const { id } = await approve(setting, pull);
      await setting.author.rest.pulls.dismissReview({
        ...driver.at,
        pull_number: pull.number,
        review_id: id,
        message: "no",
      });
      assert.deepEqual(
        (await reviews(setting, pull)).map((review) => [review.id, review.state]),
        [[id, "DISMISSED"]],
      );
    },
  },
  {
    section: "1.3",
    says: "a push that changes the diff leaves an approval on the commit it was given on",
    needs: ["author", "reviewer"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      await approve(setting, pull);
      await driver.write(pull.head.ref, `${pull.head.ref}.txt`, "two\n");
      assert.equal((await reviews(setting, pull))[0]!.commit_id, pull.head.sha);
    },
  },
  {
    section: "1.3",
    says: "a push that leaves the diff as it was takes the approval's commit_id along: it proves nothing",
    needs: ["author", "reviewer"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      await approve(setting, pull);
      await driver.write(pull.base.ref, `${pull.base.ref}.txt`, "moved\n");
      await setting.author.rest.pulls.updateBranch({ ...driver.at, pull_number: pull.number });
      const after = await driver.until(async () => {
        const one = await driver.get(pull.number);
        return one.head.sha === pull.head.sha ? undefined : one;
      });
      const [review] = await reviews(setting, pull);
      assert.equal(review!.state, "APPROVED");
      assert.equal(review!.commit_id, after.head.sha);
    },
  },
  {
    section: "1.3",
    says: "a person's permission is told with the role behind it",
    needs: ["author"],
    async run(setting) {
      const driver = new Driver(setting);
      const { data: me } = await setting.author.rest.users.getAuthenticated();
      const { data } = await setting.author.rest.repos.getCollaboratorPermissionLevel({
        ...driver.at,
        username: me.login,
      });
      assert.ok(["write", "admin"].includes(data.permission));
      assert.equal(data.user?.id, me.id);
      assert.equal(typeof data.role_name, "string");
    },
  },
  {
    section: "1.6",
    says: "one comment on a line outside the diff refuses the whole review",
    needs: ["author", "reviewer"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull({ text: "one\ntwo\n" });
      const path = `${pull.head.ref}.txt`;
      const review = (...lines: number[]) =>
        setting.reviewer.rest.pulls.createReview({
          ...driver.at,
          pull_number: pull.number,
          event: "COMMENT",
          body: "see below",
          comments: lines.map((line) => ({ path, line, side: "RIGHT", body: "```suggestion\nthree\n```" })),
        });
      assert.equal((await refused(review(1, 40))).status, 422);
      assert.deepEqual(await reviews(setting, pull), []);
      await review(2);
      const { data } = await setting.author.rest.pulls.listReviewComments({
        ...driver.at,
        pull_number: pull.number,
      });
      assert.deepEqual(
        data.map((comment) => [comment.path, comment.line]),
        [[path, 2]],
      );
    },
  },
  {
    section: "1.6",
    says: "a comment on several lines must stay within one hunk",
    needs: ["author", "reviewer"],
    async run(setting) {
      const driver = new Driver(setting);
      const lines = Array.from({ length: 40 }, (_, at) => `line ${at + 1}`);
      const base = await driver.branch("base");
      const path = `${base}.txt`;
      await driver.write(base, path, `${lines.join("\n")}\n`);
      const head = await driver.branch("head", base);
      const changed = lines.map((line, at) => (at === 4 || at === 29 ? `${line} changed` : line));
      await driver.write(head, path, `${changed.join("\n")}\n`);
      const pull = await driver.open(head, base);
      const comment = (first: number, last: number) =>
        setting.reviewer.rest.pulls.createReview({
          ...driver.at,
          pull_number: pull.number,
          event: "COMMENT",
          body: "see below",
          comments: [
            { path, start_line: first, start_side: "RIGHT", line: last, side: "RIGHT", body: "here" },
          ],
        });
      assert.equal((await refused(comment(5, 30))).status, 422);
      assert.equal((await refused(comment(6, 5))).status, 422);
      await comment(4, 6);
      assert.deepEqual(
        (await reviews(setting, pull)).map(({ state }) => state),
        ["COMMENTED"],
      );
    },
  },
];
