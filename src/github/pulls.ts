import { z } from "zod";
import { actor, moment, numericId, objectId } from "./answers.ts";
import { GitHubRefused } from "./errors.ts";
import type { PullState, RepositoryGateway } from "./gateway.ts";
import { pullCommit } from "./pull-commit.ts";
import type { RepositoryCalls } from "./repository-calls.ts";

type Pulls = Pick<
  RepositoryGateway,
  "pull" | "openPulls" | "reviews" | "pullCommits" | "permission" | "mergePull"
>;

/** GitHub lists no more commits of a pull request than this. */
const LISTED_COMMITS = 250;

export function pulls({ calls, where, name, repository }: RepositoryCalls): Pulls {
  return {
    async pull(number) {
      const doing = `reading pull request ${name}#${number}`;
      const pull = await calls.read(
        doing,
        (octokit, options) => octokit.rest.pulls.get({ ...where, pull_number: number, ...options }),
        pullAnswer,
      );
      refuseStranger(doing, pull.base.repo.id);
      return pullState(pull);
    },

    async openPulls(base) {
      const doing = `listing the open pull requests of ${name}`;
      const open = await calls.pages(
        doing,
        (page) => (octokit, options) =>
          octokit.rest.pulls.list({
            ...where,
            state: "open",
            ...(base !== undefined && { base }),
            ...page,
            ...options,
          }),
        z.array(openPullAnswer),
      );
      for (const pull of open) refuseStranger(doing, pull.base.repo.id);
      return open.map(({ number, head, base: { ref }, draft }) => ({
        number,
        headSha: head.sha,
        baseRef: ref,
        draft,
      }));
    },

    async reviews(number) {
      const reviews = await calls.pages(
        `listing the reviews of ${name}#${number}`,
        (page) => (octokit, options) =>
          octokit.rest.pulls.listReviews({ ...where, pull_number: number, ...page, ...options }),
        z.array(reviewAnswer),
      );
      return reviews.flatMap(({ id, user, state, submitted_at: submittedAt, commit_id: commitId }) =>
        state === "pending" || submittedAt === undefined
          ? []
          : [{ id, user, state, submittedAt, commitId: commitId ?? undefined }],
      );
    },

    async pullCommits(number) {
      const commits = await calls.pages(
        `listing the commits of ${name}#${number}`,
        (page) => (octokit, options) =>
          octokit.rest.pulls.listCommits({ ...where, pull_number: number, ...page, ...options }),
        z.array(pullCommit),
      );
      return commits.length >= LISTED_COMMITS ? undefined : commits;
    },

    async permission({ id, login }) {
      try {
        const { permission, user } = await calls.read(
          `reading what ${login} may do in ${name}`,
          (octokit, options) =>
            octokit.rest.repos.getCollaboratorPermissionLevel({ ...where, username: login, ...options }),
          permissionAnswer,
        );
        return user?.id === id ? permission : "none";
      } catch (error) {
        if (error instanceof GitHubRefused && error.reason === "gone") return "none";
        throw error;
      }
    },

    async mergePull(number, { sha, title, message, method }) {
      const { sha: merged } = await calls.write(
        `merging ${name}#${number} at ${sha}`,
        (octokit, options) =>
          octokit.rest.pulls.merge({
            ...where,
            pull_number: number,
            sha,
            commit_title: title,
            commit_message: message,
            merge_method: method,
            ...options,
          }),
        z.object({ merged: z.literal(true), sha: objectId }),
      );
      return { sha: merged };
    },
  };

  /** A renamed repository leaves its old name to whoever takes it: ids do not lie. */
  function refuseStranger(doing: string, id: number): void {
    if (id === repository.id) return;
    throw new GitHubRefused(doing, `${name} is another repository now (id ${id}, not ${repository.id})`, {
      status: undefined,
      reason: "gone",
    });
  }
}

function pullState(pull: z.infer<typeof pullAnswer>): PullState {
  return {
    number: pull.number,
    title: pull.title,
    author: pull.user,
    state: pull.state,
    merged: pull.merged,
    draft: pull.draft,
    locked: pull.locked,
    head: {
      sha: pull.head.sha,
      ref: pull.head.ref,
      // A deleted fork leaves no repository behind: it counts as one.
      fromFork: pull.head.repo?.id !== pull.base.repo.id,
    },
    baseRef: pull.base.ref,
    mergeable: pull.mergeable ?? undefined,
    mergeCommit: pull.merge_commit_sha ?? undefined,
  };
}

const base = z.object({ ref: z.string().min(1), repo: z.object({ id: numericId }) });

const pullAnswer = z.object({
  number: numericId,
  title: z.string(),
  user: actor,
  state: z.enum(["open", "closed"]),
  merged: z.boolean(),
  draft: z.boolean().default(false),
  locked: z.boolean(),
  head: z.object({ sha: objectId, ref: z.string(), repo: z.object({ id: numericId }).nullish() }),
  base,
  mergeable: z.boolean().nullish(),
  merge_commit_sha: objectId.nullish(),
});

const openPullAnswer = z.object({
  number: numericId,
  head: z.object({ sha: objectId }),
  base,
  draft: z.boolean().default(false),
});

const reviewAnswer = z.object({
  id: numericId,
  user: actor,
  state: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["approved", "changes_requested", "commented", "dismissed", "pending"])),
  submitted_at: moment.optional(),
  commit_id: objectId.nullish(),
});

/** GitHub folds maintain into write and triage into read; a word we do not know allows nothing. */
const permissionAnswer = z.object({
  permission: z.enum(["admin", "write", "read", "none"]).catch("none"),
  user: z.object({ id: numericId }).nullish(),
});
