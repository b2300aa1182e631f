import { openPullKind, type PullKind } from "../../src/demo/index.ts";
import { PullInWorld } from "../e2e/pull.ts";
import type { World } from "../e2e/world.ts";
import type { Part } from "./golden-files.ts";

/** Opens a pull request, waits until the bot has said all it says, and gives that as golden files have it. */
export async function published(world: World, kind: PullKind): Promise<Readonly<Record<Part, string>>> {
  const number = await openPullKind(world.github, "mia", kind);
  const pull = new PullInWorld(world, number, kind.branch);
  const comment = await commentOn(world, pull);
  const head = await pull.head();
  return {
    "comment.md": comment,
    "check-run.json": timeless(json(await checkRun(world, head)), head),
    "review.json": timeless(json(review(world, number)), head),
  };
}

/** Opens a pull request, commits the one suggestion that it gets, and gives the comment as it is then. */
export async function publishedOnceFixed(world: World, kind: PullKind): Promise<string> {
  const number = await openPullKind(world.github, "mia", kind);
  const pull = new PullInWorld(world, number, kind.branch);
  const [suggestion] = await pull.suggests(1);
  await world.mia.commitsSuggestion(pull, suggestion!);
  return commentOn(world, pull);
}

async function commentOn(world: World, pull: PullInWorld): Promise<string> {
  await pull.says("Judged as merged");
  await world.quiet();
  const [comment] = await pull.comments("plan");
  return timeless(`${comment!.body}\n`, await pull.head());
}

async function checkRun(world: World, head: string): Promise<object> {
  const { id, name, conclusion, output } = (await world.seen.check(head))!;
  const annotations = (await world.seen.annotations(id)).map((one) => ({
    ...one,
    blob_href: undefined,
    message: one.message.split("\n"),
    raw_details: one.raw_details?.split("\n") ?? null,
  }));
  const { title, summary } = output;
  const actions = world.github.requests.findLast(
    ({ path, body, answer }) =>
      path.includes("/check-runs") && (answer as { id?: number }).id === id && has(body, "actions"),
  )?.body;
  return { name, conclusion, title, summary: summary.split("\n"), annotations, ...pick(actions, "actions") };
}

/** The review with its suggestions as the bot posted it; null where it posted none. */
function review(world: World, number: number): object | null {
  const posted = world.github.requests.filter(
    ({ method, path }) => method === "POST" && path.endsWith(`/pulls/${number}/reviews`),
  );
  if (posted.length > 1) throw new Error(`${posted.length} reviews of #${number}`);
  const body = posted[0]?.body as { comments: { body: string }[]; body: string; event: string } | undefined;
  if (body === undefined) return null;
  const comments = body.comments.map((comment) => ({ ...comment, body: comment.body.split("\n") }));
  return { ...body, comments };
}

function has(body: unknown, field: string): boolean {
  return typeof body === "object" && body !== null && field in body;
}

function pick(body: unknown, field: string): object {
  return has(body, field) ? { [field]: (body as Record<string, unknown>)[field] } : {};
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Without the commit's id, which differs each time, and what is derived from it. */
function timeless(text: string, head: string): string {
  return text
    .replaceAll(head, "HEAD")
    .replaceAll(head.slice(0, 7), "HEAD")
    .replace(/(?<=zonewright:suggestions )[0-9a-f]{16}/g, "DIGEST");
}
