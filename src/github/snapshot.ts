import { setTimeout as timer } from "node:timers/promises";
import { type Clock, TransientError } from "../base/index.ts";
import type { Actor, Permission, PullSnapshot, Review } from "../pull/index.ts";
import type { ListedReview, RepositoryGateway } from "./gateway.ts";
import { readTestMerge } from "./test-merge.ts";

/** What our webhooks told about a pull request, which GitHub does not tell again. */
export interface RecordedFacts {
  readonly reviews: readonly {
    readonly id: number;
    readonly userId: number;
    readonly headSha: string;
    /** The commit the reviewer's page showed, where the webhook told. */
    readonly commitId: string | undefined;
    readonly planDigest: string | undefined;
  }[];
  /** Who pushed these commits, as far as webhooks told. */
  pushersOf(
    shas: readonly string[],
  ): Promise<readonly { readonly headSha: string; readonly userId: number }[]>;
}

export interface ReadPullOptions {
  /** Pauses between looks at a test merge that is not there yet, in milliseconds. */
  readonly delays?: readonly number[];
  readonly wait?: (ms: number) => Promise<void>;
}

const DELAYS_MS = [500, 1_000, 2_000] as const;

/**
 * Everything policy may know of a pull request. `merge` is "unknown" where GitHub has not made its test merge of the
 * present head and base in time: look again later. Throws TransientError if the head moved while reading.
 */
export async function readPull(
  gateway: RepositoryGateway,
  number: number,
  recorded: RecordedFacts,
  clock: Clock,
  options: ReadPullOptions = {},
): Promise<PullSnapshot> {
  const { delays = DELAYS_MS, wait = timer } = options;
  const { pull, base, merge } = await readTestMerge(gateway, number, delays, async (ms) => {
    await wait(ms);
  });
  const reviews = await gateway.reviews(number);
  const commits = await gateway.pullCommits(number);
  if (commits && !commits.some(({ sha }) => sha === pull.head.sha)) {
    const { owner, name } = gateway.repository;
    throw new TransientError(`reading pull request ${owner}/${name}#${number}`, "its head moved meanwhile");
  }
  const pushes = await recorded.pushersOf(commits ? commits.map(({ sha }) => sha) : [pull.head.sha]);
  return {
    now: clock.now(),
    repository: {
      id: gateway.repository.id,
      owner: gateway.repository.owner,
      name: gateway.repository.name,
    },
    number,
    title: pull.title,
    author: pull.author,
    state: pull.state,
    merged: pull.merged,
    mergeCommit: pull.merged ? pull.mergeCommit : undefined,
    draft: pull.draft,
    locked: pull.locked,
    head: pull.head,
    base: { ref: pull.baseRef, ...base },
    merge,
    commits,
    pushers: [...new Set(pushes.map(({ userId }) => userId))].sort((a, b) => a - b),
    headPusherKnown: pushes.some(({ headSha }) => headSha === pull.head.sha),
    reviews: reviews.map((review) => joined(review, recorded)),
    permissions: await permissionsOf(gateway, reviews),
  };
}

/**
 * A record counts for a review only if it is of the same account, and proves a head only if the reviewer's page showed
 * that head: a page opened before the last push approves what it shows.
 */
function joined({ id, user, state, submittedAt }: ListedReview, recorded: RecordedFacts): Review {
  const record = recorded.reviews.find((one) => one.id === id && one.userId === user?.id);
  return {
    id,
    user,
    state,
    submittedAt,
    headWhenReceived: record?.commitId === record?.headSha ? record?.headSha : record?.commitId,
    planWhenReceived: record?.planDigest,
  };
}

/** Asked for those people only whose reviews could decide anything, so that comments by a crowd cost nothing. */
async function permissionsOf(
  gateway: RepositoryGateway,
  reviews: readonly ListedReview[],
): Promise<ReadonlyMap<number, Permission>> {
  const people = new Map<number, Actor>();
  for (const { user, state } of reviews) {
    const decides = state === "approved" || state === "changes_requested";
    if (decides && user?.type === "User") people.set(user.id, user);
  }
  return new Map(
    await Promise.all(
      [...people.values()].map(async (person) => [person.id, await gateway.permission(person)] as const),
    ),
  );
}
