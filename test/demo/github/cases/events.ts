import assert from "node:assert/strict";
import type { Case, Setting } from "./case.ts";
import { Driver } from "./driver.ts";

interface Told {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: payloads are whatever GitHub sends
  readonly payload: any;
}

/** The newest webhook of an event that fits, from the App's delivery log. */
async function told(
  setting: Setting,
  event: string,
  action: string | null,
  fits: (payload: Told["payload"]) => boolean,
): Promise<Told> {
  return await new Driver(setting).until(async () => {
    const { data } = await setting.app.rest.apps.listWebhookDeliveries({ per_page: 100 });
    for (const item of data.filter((one) => one.event === event && one.action === action)) {
      const { data: whole } = await setting.app.rest.apps.getWebhookDelivery({ delivery_id: item.id });
      const payload = whole.request.payload as Told["payload"];
      if (fits(payload)) return { ...item, payload };
    }
    return undefined;
  });
}

export const eventCases: readonly Case[] = [
  {
    section: "1.4",
    says: "a push to the head is a synchronize with before and after, and a push event",
    needs: ["author", "app"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const after = await driver.write(pull.head.ref, `${pull.head.ref}.txt`, "two\n");
      const { payload } = await told(setting, "pull_request", "synchronize", (one) => one.after === after);
      assert.equal(payload.before, pull.head.sha);
      assert.equal(payload.pull_request.head.sha, after);
      assert.equal(payload.number, pull.number);
      const push = await told(setting, "push", null, (one) => one.after === after);
      assert.equal(push.payload.ref, `refs/heads/${pull.head.ref}`);
      assert.deepEqual(
        push.payload.commits.map((commit: { id: string; modified: string[] }) => [
          commit.id,
          commit.modified,
        ]),
        [[after, [`${pull.head.ref}.txt`]]],
      );
    },
  },
  {
    section: "1.4",
    says: "a retarget is an edited that names the base it came from",
    needs: ["author", "app"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const other = await driver.branch("other");
      await setting.author.rest.pulls.update({ ...driver.at, pull_number: pull.number, base: other });
      const { payload } = await told(setting, "pull_request", "edited", (one) => one.number === pull.number);
      assert.equal(payload.changes.base.ref.from, pull.base.ref);
      assert.equal(payload.pull_request.base.ref, other);
    },
  },
  {
    section: "1.4",
    says: "closing and reopening are told; a deleted head branch closes",
    needs: ["author", "app"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const set = (state: "open" | "closed") =>
        setting.author.rest.pulls.update({ ...driver.at, pull_number: pull.number, state });
      await set("closed");
      const closed = await told(setting, "pull_request", "closed", (one) => one.number === pull.number);
      assert.equal(closed.payload.pull_request.merged, false);
      await set("open");
      await told(setting, "pull_request", "reopened", (one) => one.number === pull.number);
      await setting.author.rest.git.deleteRef({ ...driver.at, ref: `heads/${pull.head.ref}` });
      await driver.until(async () => ((await driver.get(pull.number)).state === "closed" ? true : undefined));
    },
  },
  {
    section: "1.3",
    says: "a review's state is in lower case in its webhook, with the head it was given on",
    needs: ["author", "reviewer", "app"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const { data: review } = await setting.reviewer.rest.pulls.createReview({
        ...driver.at,
        pull_number: pull.number,
        event: "APPROVE",
      });
      const { payload } = await told(
        setting,
        "pull_request_review",
        "submitted",
        (one) => one.review.id === review.id,
      );
      assert.equal(payload.review.state, "approved");
      assert.equal(payload.review.commit_id, pull.head.sha);
      assert.equal(payload.pull_request.head.sha, pull.head.sha);
    },
  },
  {
    section: "1.2",
    says: "a merge is a closed with merged true and a push to the base",
    needs: ["author", "bot", "app"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.judged((await driver.pull()).number);
      const { data } = await setting.bot.rest.pulls.merge({ ...driver.at, pull_number: pull.number });
      const { payload } = await told(setting, "pull_request", "closed", (one) => one.number === pull.number);
      assert.equal(payload.pull_request.merged, true);
      assert.equal(payload.pull_request.merge_commit_sha, data.sha);
      const push = await told(setting, "push", null, (one) => one.after === data.sha);
      assert.equal(push.payload.ref, `refs/heads/${pull.base.ref}`);
    },
  },
  {
    section: "1.9",
    says: "a redelivery has the same GUID",
    needs: ["author", "app"],
    async run(setting) {
      const driver = new Driver(setting);
      const pull = await driver.pull();
      const first = await told(setting, "pull_request", "opened", (one) => one.number === pull.number);
      await setting.app.rest.apps.redeliverWebhookDelivery({ delivery_id: first.id });
      const again = await driver.until(async () => {
        const { data } = await setting.app.rest.apps.listWebhookDeliveries({ per_page: 100 });
        return data.find((one) => one.guid === first.guid && one.id !== first.id);
      });
      assert.equal(again.redelivery, true);
    },
  },
];
