/** What is known of a branch's tip when deciding whether it may be deployed. */
export interface TipFacts {
  readonly sha: string;
  readonly tree: string;
  /** Digest over all files the evaluation of the tip read. */
  readonly inputsDigest: string;
  readonly passed: boolean;
  readonly reasons: readonly string[];
  /** The commit we merged ourselves, if the tip is one: the tree that was tested and its approval. */
  readonly merged: { readonly testedTree: string; readonly tree: string; readonly pull: number } | undefined;
  /** It was approved once, and later ones after it: somebody moved the branch back. */
  readonly movedBack: boolean;
  /** The commit the operator named as starting point. */
  readonly adopt: string | undefined;
  /** The last commit of this branch that was approved, if any. */
  readonly approved: { readonly sha: string; readonly inputsDigest: string } | undefined;
}

/** Whether a tip may be deployed, on what ground, or why not (design I1). */
export type TipJudgement =
  | { readonly deploy: true; readonly origin: "merged" | "adopted" | "carried"; readonly pull?: number }
  | { readonly deploy: false; readonly origin: "unapproved"; readonly why: string };

/** Only what was tested and approved is deployed: decides it for one commit at the tip of a deploy branch. */
export function judgeTip(facts: TipFacts): TipJudgement {
  if (!facts.passed) return held(`it did not pass: ${facts.reasons.join("; ") || "no reason was given"}`);
  if (facts.movedBack) {
    return held(
      "the branch was moved back to it, which nobody approved; go back by a pull request that reverts",
    );
  }
  if (facts.merged) {
    return facts.merged.tree === facts.merged.testedTree && facts.tree === facts.merged.testedTree
      ? { deploy: true, origin: "merged", pull: facts.merged.pull }
      : held(
          `its tree ${short(facts.tree)} is not the tree ${short(facts.merged.testedTree)} that was tested`,
        );
  }
  if (facts.adopt === facts.sha) return { deploy: true, origin: "adopted" };
  if (facts.approved?.inputsDigest === facts.inputsDigest) return { deploy: true, origin: "carried" };
  return held(
    facts.approved
      ? `it was not merged by Zonewright, and nobody approved what it changes since ${short(facts.approved.sha)}`
      : "nothing on this branch was approved yet: name a commit to start from with `adopt` in the operator's config",
  );
}

function held(why: string): TipJudgement {
  return { deploy: false, origin: "unapproved", why };
}

function short(sha: string): string {
  return sha.slice(0, 7);
}
