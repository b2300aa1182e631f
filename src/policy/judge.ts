import type { Actor, PullSnapshot } from "../pull/index.ts";
import { allOf, type PolicyResult } from "./result.ts";
import { unattributedCommits, type WeighedReviews, weighReviews } from "./reviews.ts";

/** The base branch's own words on approval. */
export interface ApprovalPolicy {
  readonly approvals: number;
}

/** What the evaluation found out that policy needs. */
export interface PolicyFacts {
  readonly planDigest: string;
  /** Every path that differs between base and merge result. */
  readonly changedPaths: readonly string[];
  /** Changed paths that decide how changes are judged: config, checks and their data. */
  readonly governingPaths: readonly string[];
}

/** Judges who must still agree before a pull request may merge. Pure; anything unknown falls on the closed side. */
export function judgePolicy(
  snapshot: PullSnapshot,
  policy: ApprovalPolicy,
  facts: PolicyFacts,
): PolicyResult {
  const weighed = weighReviews(snapshot, facts.planDigest);
  return allOf("may merge", [
    openAndReady(snapshot),
    mergesCleanly(snapshot),
    mergedByHand(facts.changedPaths),
    enoughApprovals(snapshot, policy, weighed),
    noVetoes(weighed),
    ownersAgree(facts.governingPaths, weighed),
  ]);
}

function openAndReady(snapshot: PullSnapshot): PolicyResult {
  const rule = "open and not a draft";
  if (snapshot.state === "closed") return blocked(rule, "the pull request is closed", "reopen it");
  if (snapshot.draft) return waiting(rule, "it is a draft", "mark it ready for review");
  return satisfied(rule, "it is open and ready for review");
}

function mergesCleanly(snapshot: PullSnapshot): PolicyResult {
  const rule = "merges cleanly";
  switch (snapshot.merge.kind) {
    case "clean":
      return satisfied(rule, `GitHub merged it into ${snapshot.base.ref} as a test`);
    case "conflict":
      return blocked(rule, `it conflicts with ${snapshot.base.ref}`, "resolve the conflicts");
    case "unknown":
      return waiting(
        rule,
        "GitHub has not said yet whether it merges cleanly",
        "nothing to do, it is asked again",
      );
  }
}

const handMerged: readonly RegExp[] = [/^\.github\/workflows\//, /^(?:\.github\/|docs\/)?CODEOWNERS$/];

function mergedByHand(changedPaths: readonly string[]): PolicyResult {
  const rule = "nothing only people may merge";
  const found = changedPaths.find((path) => handMerged.some((pattern) => pattern.test(path)));
  return found === undefined
    ? satisfied(rule, "it touches no workflow and no CODEOWNERS")
    : blocked(
        rule,
        `it changes ${found}, which Zonewright never merges`,
        "somebody who may must merge it by hand",
      );
}

function enoughApprovals(
  snapshot: PullSnapshot,
  policy: ApprovalPolicy,
  weighed: WeighedReviews,
): PolicyResult {
  const rule = "approvals";
  if (snapshot.commits === undefined) {
    return blocked(
      rule,
      "it has more commits than GitHub lists, so no reviewer can be ruled out as their author",
      "split it or squash it",
    );
  }
  const unknown = whoIsUnknown(snapshot);
  // Somebody unknown had a hand in it and may be the approver: one more pair of eyes.
  const required = policy.approvals + (unknown === undefined ? 0 : 1);
  const have = weighed.approvals.length;
  const said = [
    `${have} of ${required} approval${required === 1 ? "" : "s"}`,
    ...(have > 0 ? [`by ${names(weighed.approvals)}`] : []),
    ...(unknown === undefined ? [] : [`(one more than usual: ${unknown})`]),
  ].join(" ");
  const children = weighed.discounted.map(({ login, why }) => ({
    rule: `approval by ${login}`,
    status: "satisfied" as const,
    why: `not counted: ${why}`,
    children: [],
  }));
  if (have >= required) return { rule, status: "satisfied", why: said, children };
  const notCounted = weighed.discounted.map(
    ({ login, why }) => `${login}'s approval does not count (${why})`,
  );
  return {
    ...waiting(rule, said, ["somebody with write access who wrote none of it", ...notCounted].join("; ")),
    children: [],
  };
}

/** Whose hand in the pull request nothing proves, in words. */
function whoIsUnknown(snapshot: PullSnapshot): string | undefined {
  const commit = unattributedCommits(snapshot)[0];
  if (commit !== undefined) return `no account is known for commit ${commit.slice(0, 7)}`;
  return snapshot.headPusherKnown ? undefined : `no webhook told who pushed ${snapshot.head.sha.slice(0, 7)}`;
}

function noVetoes({ vetoes }: WeighedReviews): PolicyResult {
  const rule = "no request for changes";
  return vetoes.length === 0
    ? satisfied(rule, "nobody asks for changes")
    : waiting(rule, `${names(vetoes)} asked for changes`, "their approval, or their withdrawal of it");
}

function ownersAgree(governingPaths: readonly string[], weighed: WeighedReviews): PolicyResult {
  const rule = "owners agree to changed rules";
  if (governingPaths.length === 0) return satisfied(rule, "it changes neither config nor checks");
  return weighed.admins.length > 0
    ? satisfied(rule, `${names(weighed.admins)}, who administers the repository, approved`)
    : waiting(
        rule,
        `it changes how changes are judged (${governingPaths[0]})`,
        "approval by an administrator of the repository",
      );
}

function names(actors: readonly Actor[]): string {
  return actors.map((actor) => actor.login).join(", ");
}

function satisfied(rule: string, why: string): PolicyResult {
  return { rule, status: "satisfied", why, children: [] };
}

function waiting(rule: string, why: string, needs: string): PolicyResult {
  return { rule, status: "waiting", why, needs, children: [] };
}

function blocked(rule: string, why: string, needs: string): PolicyResult {
  return { rule, status: "blocked", why, needs, children: [] };
}
