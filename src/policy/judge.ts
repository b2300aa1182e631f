import type { PullSnapshot } from "../pull/index.ts";
import { type ApprovalPolicy, enoughApprovals, names, type PassedLimit } from "./approvals.ts";
import { allOf, blocked, type PolicyResult, satisfied, waiting } from "./result.ts";
import { type WeighedReviews, weighReviews } from "./reviews.ts";

/** What the evaluation found out that policy needs. */
export interface PolicyFacts {
  readonly planDigest: string;
  /** Every path that differs between base and merge result. */
  readonly changedPaths: readonly string[];
  /** Changed paths that decide how changes are judged: config, checks and their data. */
  readonly governingPaths: readonly string[];
  /** Guards that the plan goes over. */
  readonly guards: readonly PassedLimit[];
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
    enoughApprovals(snapshot, policy, facts.guards, weighed),
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
