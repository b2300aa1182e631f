import { type Log, messageOf } from "../base/index.ts";
import { GitHubRefused } from "../github/index.ts";
import { type Claim, EffectRefused, type RecordedFixRequest } from "../store/index.ts";
import { type BoundBranch, boundBranch } from "./access.ts";
import type { Controller } from "./controller.ts";
import { fixCommit } from "./fix-commit.ts";
import type { JudgedPull } from "./judge-pull.ts";
import { refusing } from "./refusing.ts";

/** What is written down before a branch is moved to a commit of fixes. The commit is there already, seen by nobody. */
interface FixIntent {
  readonly number: number;
  readonly branch: string;
  readonly parent: string;
  readonly commit: string;
}

interface Asked {
  readonly controller: Controller;
  readonly claim: Claim;
  readonly bound: BoundBranch;
  readonly result: JudgedPull;
  readonly log: Log;
}

/**
 * Answers those who pressed Fix on a check run of this pull request: commits all fixes of what was judged to the head's
 * branch, once for each head, or refuses with a reason that the check run then says. True where the pull request has to be
 * read again.
 */
export async function answerFixes(asked: Asked): Promise<boolean> {
  const { controller, result } = asked;
  const { snapshot } = result;
  const { fixRequests } = controller.store;
  let moved = false;
  for (const request of await fixRequests.open(snapshot.repository.id, snapshot.number)) {
    moved = (await answer(asked, request)) || moved;
  }
  return moved;
}

/** Refuses whoever pressed Fix on a pull request that is not worked on any more. */
export async function refuseFixes(
  { store }: Controller,
  claim: Claim,
  at: { readonly repositoryId: number; readonly number: number; readonly headSha: string },
  reason: string,
): Promise<void> {
  for (const request of await store.fixRequests.open(at.repositoryId, at.number)) {
    await store.fixRequests.answer(claim, request, { state: "refused", head: at.headSha, reason });
  }
}

/** True where the pull request has to be read again: its head is another now, or has another author. */
async function answer(asked: Asked, request: RecordedFixRequest): Promise<boolean> {
  const { controller, claim, result, log } = asked;
  const { fixRequests, effects } = controller.store;
  const head = result.snapshot.head.sha;
  const about = { login: request.login, judged: request.headSha };
  const begun = await effects.find(fixId(claim, request.headSha));
  try {
    const isBegun = begun?.state === "done" || begun?.state === "intended";
    const input = isBegun ? (begun.input as FixIntent) : await prepare(asked, request);
    const hasJoined = isBegun && (await join(asked, request, input));
    const how = await advance(asked, request, input);
    await fixRequests.answer(claim, request, { state: "done", head });
    log.info({ ...about, how, from: input.parent, to: input.commit }, "committed the fixes");
    // Whoever joined is not in the snapshot as an author yet.
    return hasJoined || how !== "done-before";
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === undefined) throw error;
    // It is answered where it can be read: on the check run of the head that came in between.
    if (error instanceof EffectRefused && (await headMoved(asked))) return true;
    log.info({ ...about, reason }, "refused to commit fixes");
    await fixRequests.answer(claim, request, { state: "refused", head, reason });
    return false;
  }
}

async function headMoved({ bound, result: { snapshot } }: Asked): Promise<boolean> {
  return (await bound.gateway.pull(snapshot.number)).head.sha !== snapshot.head.sha;
}

/** What stands against it, as everything is now; the press itself proves nothing. */
async function whyNot(
  { controller, bound, result: { snapshot, judged } }: Asked,
  { headSha, userId, login, userType }: RecordedFixRequest,
): Promise<string | undefined> {
  const { head, repository } = snapshot;
  if (head.sha !== headSha) {
    return `the button was that of commit ${headSha.slice(0, 7)}, which is not the head any more`;
  }
  if (head.fromFork) return "the head is in a fork, which only its owner commits to";
  if (await boundBranch(controller, repository.id, head.ref, bound.signal)) {
    return `${head.ref} is deployed from, so nothing is committed to it without review`;
  }
  if (judged === undefined) return "there is no merge result to fix";
  return whyNotFor(bound, { userId, login, userType });
}

/** What stands against this person having it done. */
async function whyNotFor(
  bound: BoundBranch,
  { userId, login, userType }: Pick<RecordedFixRequest, "userId" | "login" | "userType">,
): Promise<string | undefined> {
  if (userType !== "User") return `${login} is not a person`;
  const permission = await bound.gateway.permission({ id: userId, login, type: userType });
  return permission === "admin" || permission === "write"
    ? undefined
    : `${login} has no write access to the repository`;
}

/**
 * Makes whoever pressed the button for what was begun, or is done, an author of it as well: nobody approves what they
 * asked for. False where they are one already. They may only if they could have had it done.
 */
async function join(
  { controller: { store }, claim, bound }: Asked,
  request: RecordedFixRequest,
  { commit }: FixIntent,
): Promise<boolean> {
  const { repositoryId, userId } = request;
  const authors = await store.pushers.of(repositoryId, [commit]);
  if (authors.some((author) => author.userId === userId)) return false;
  const reason = await whyNotFor(bound, request);
  if (reason !== undefined) throw new FixRefused(reason);
  await store.pushers.record(claim, { repositoryId, headSha: commit, userId });
  return true;
}

/** Makes the commit, and whoever pressed the button its author, before anybody can see it. */
async function prepare(asked: Asked, request: RecordedFixRequest): Promise<FixIntent> {
  const { controller, claim, bound, result } = asked;
  const { snapshot, judged } = result;
  const reason = await whyNot(asked, request);
  if (reason !== undefined) throw new FixRefused(reason);
  const presser = { id: request.userId, login: request.login };
  const made = await fixCommit(controller, bound, snapshot, judged!, presser);
  if ("reason" in made) throw new FixRefused(made.reason);
  const { repositoryId, userId } = request;
  await controller.store.pushers.record(claim, { repositoryId, headSha: made.commit, userId });
  return {
    number: snapshot.number,
    branch: snapshot.head.ref,
    parent: snapshot.head.sha,
    commit: made.commit,
  };
}

/**
 * Moves the head branch to the commit, if it is still where it was judged. Once for each head, whatever dies. GitHub's
 * REST API moves a ref forward from wherever it is: one that is set back to an ancestor between the look and the move
 * comes forward again. So nothing stands between the two, and log and audit tell what it was moved from and to.
 */
async function advance({ controller, claim, bound }: Asked, request: RecordedFixRequest, input: FixIntent) {
  const { gateway } = bound;
  const { how } = await controller.store.effects.run(claim, {
    id: fixId(claim, request.headSha),
    kind: "fix",
    input,
    probe: async ({ number, commit }) => {
      const { head } = await gateway.pull(number);
      const commits = head.sha === commit ? [] : await gateway.pullCommits(number);
      return head.sha === commit || commits?.some(({ sha }) => sha === commit) ? { commit } : undefined;
    },
    act: refusing(async ({ branch, parent, commit }) => {
      const tip = await gateway.branchTip(branch);
      if (tip.sha !== parent) throw new EffectRefused("committing fixes", "the branch moved meanwhile");
      await gateway.advanceBranch(branch, commit);
      return { commit };
    }),
    audit: {
      subject: `${request.repositoryId}#${request.number}`,
      data: ({ commit }) => ({ commit, parent: input.parent, pressedBy: request.login }),
    },
  });
  return how;
}

/** The natural key of fixing this head: it happens once, whoever presses the button how often. */
function fixId(claim: Claim, headSha: string): string {
  return `fix:${claim.key}@${headSha}`;
}

/** Its message is for those who asked. */
class FixRefused extends Error {}

/** Why a fix is not done, for those who asked; undefined where it has to be tried again. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof FixRefused) return error.message;
  if (error instanceof EffectRefused) return messageOf(error.cause ?? error);
  return error instanceof GitHubRefused ? messageOf(error) : undefined;
}
