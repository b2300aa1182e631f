import { createHmac } from "node:crypto";
import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  openPlayground,
  type Playground,
  type ReceivedWebhook,
  repository,
  webhookSecret,
} from "./playground.ts";

interface Recorded {
  readonly name: string;
  readonly examples: readonly Record<string, unknown>[];
}

const recordings = createRequire(import.meta.url)("@octokit/webhooks-examples") as Recorded[];

let playground: Playground;

beforeEach(async () => {
  playground = await openPlayground();
});
afterEach(async () => {
  await playground[Symbol.asyncDispose]();
});

/** Everything that can happen to a pull request, once. */
async function wholeStory(): Promise<void> {
  const { github } = playground;
  const [ada, grace] = [github.as("ada"), github.as("grace")];
  const { bot } = await playground.setting();
  const at = { owner: "acme", repo: "dns" };
  const head = await ada.commitFiles(repository, {
    branch: "topic",
    message: "Add",
    files: { "new.txt": "new\n" },
  });
  const number = await ada.openPull(repository, { head: "topic", title: "Add a file" });
  const actions = [{ label: "Fix", description: "Fix it", identifier: "fix" }];
  const { data: run } = await bot.rest.checks.create({ ...at, name: "zonewright", head_sha: head, actions });
  await bot.rest.checks.update({ ...at, check_run_id: run.id, conclusion: "failure" });
  await ada.rerequestCheck(repository, run.id);
  await ada.pressCheckAction(repository, run.id, "fix");
  const comment = await ada.comment(repository, number, "hello");
  await ada.editComment(repository, comment, "hello again");
  await ada.deleteComment(repository, comment);
  await ada.commitFiles(repository, { branch: "topic", message: "More", files: { "new.txt": "newer\n" } });
  const review = await grace.approve(repository, number);
  await grace.editReview(repository, number, review, "good");
  await ada.dismissReview(repository, number, review, "stale");
  await ada.editPull(repository, number, { title: "Add one file" });
  await ada.convertToDraft(repository, number);
  await ada.readyForReview(repository, number);
  await ada.closePull(repository, number);
  await ada.reopenPull(repository, number);
  const sha = await grace.mergePull(repository, number);
  const made = await bot.rest.repos.createDeployment({
    ...at,
    ref: sha,
    auto_merge: false,
    required_contexts: [],
  });
  const deployment_id = (made.data as { id: number }).id;
  await bot.rest.repos.createDeploymentStatus({ ...at, deployment_id, state: "success" });
  github.setSuspended("acme", true);
  github.setSuspended("acme", false);
  await github.idle();
}

describe("webhooks", () => {
  test("tell the whole story, in order", async () => {
    await wholeStory();
    expect(playground.receiver.names()).toEqual([
      "installation.created",
      "push",
      "pull_request.opened",
      "check_run.created",
      "check_run.completed",
      "check_run.rerequested",
      "check_run.requested_action",
      "issue_comment.created",
      "issue_comment.edited",
      "issue_comment.deleted",
      "push",
      "pull_request.synchronize",
      "pull_request_review.submitted",
      "pull_request_review.edited",
      "pull_request_review.dismissed",
      "pull_request.edited",
      "pull_request.converted_to_draft",
      "pull_request.ready_for_review",
      "pull_request.closed",
      "pull_request.reopened",
      "pull_request.closed",
      "push",
      "deployment_status.created",
      "installation.suspend",
      "installation.unsuspend",
    ]);
    expect(playground.violations).toEqual([]);
  });

  test("have all that GitHub's recorded ones have, and name installation, repository and sender", async () => {
    await wholeStory();
    for (const received of playground.receiver.received) {
      expect({ event: name(received), missing: missingFrom(received) }).toEqual({
        event: name(received),
        missing: [],
      });
      expect(received.payload.installation.id).toEqual(expect.any(Number));
      expect(received.payload.sender.login).toEqual(expect.any(String));
      if (received.event !== "installation") expect(received.payload.repository.full_name).toBe(repository);
    }
  });

  test("are signed over their octets with the secret, and have a GUID each", async () => {
    await wholeStory();
    const { received } = playground.receiver;
    for (const { raw, signature } of received) {
      expect(signature).toBe(`sha256=${createHmac("sha256", webhookSecret).update(raw).digest("hex")}`);
    }
    expect(new Set(received.map(({ guid }) => guid)).size).toBe(received.length);
  });

  test("go to the App only where it is installed, and for events it subscribed to", async () => {
    const { github, receiver } = playground;
    await github.createRepository({ repository: "acme/other", files: { a: "a\n" }, installed: false });
    await github.as("acme").pushDirect("acme/other", { message: "b", files: { a: "b\n" } });
    await github.idle();
    expect(receiver.names()).toEqual(["installation.created"]);
    github.setInstalled("acme/other", true);
    await github.as("acme").pushDirect("acme/other", { message: "c", files: { a: "c\n" } });
    await github.idle();
    expect(receiver.names()).toEqual(["installation.created", "installation_repositories.added", "push"]);
  });

  test("that the receiver answers with an error are logged so", async () => {
    playground.receiver.status = 503;
    await playground.github.as("ada").pushDirect(repository, { message: "m", files: { a: "a\n" } });
    await playground.github.idle();
    expect(playground.github.deliveries.at(-1)).toMatchObject({
      event: "push",
      status: 503,
      redelivery: false,
    });
  });

  test("to a receiver that is gone are logged without a status, and the next ones still go out", async () => {
    const { github, receiver } = playground;
    await github.idle();
    const { url } = receiver;
    github.setWebhook("http://127.0.0.1:9/nobody");
    await github.as("ada").pushDirect(repository, { message: "m", files: { a: "a\n" } });
    await github.idle();
    expect(github.deliveries.at(-1)?.status).toBe(0);
    github.setWebhook(url);
    await github.as("ada").pushDirect(repository, { message: "n", files: { a: "b\n" } });
    await github.idle();
    expect(receiver.names().at(-1)).toBe("push");
  });
});

function name({ event, payload }: ReceivedWebhook): string {
  return `${event}.${payload.action ?? ""}`;
}

/** Paths of properties, two levels deep, that every recording of this event and action has and the received one lacks. */
function missingFrom({ event, payload }: ReceivedWebhook): string[] {
  const examples = (recordings.find((one) => one.name === event)?.examples ?? []).filter(
    ({ action }) => action === payload.action,
  );
  const everywhere = examples
    .map(paths)
    .reduce<string[] | undefined>(
      (common, found) => common?.filter((path) => found.includes(path)) ?? found,
      undefined,
    );
  const present = paths(payload);
  return (everywhere ?? []).filter((path) => !present.includes(path) && !notOurs.test(path));
}

function paths(value: object): string[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    key,
    ...(isObject(inner) ? Object.keys(inner).map((below) => `${key}.${below}`) : []),
  ]);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** In recordings only because of what was recorded, or since taken out by GitHub. */
const notOurs =
  /^(organization(\..*)?|check_run\.deployment|.*\.custom_properties|repository\.(stargazers|master_branch|organization))$/;
