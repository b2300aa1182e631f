import { type Claim, EffectRefused, type EffectSpec } from "../../src/store/index.ts";

export interface From {
  readonly from: number;
}

/**
 * Branches that are merged into, one a lane. A merge names the tip it was tested on and is refused on any other, as
 * GitHub does: a lease cannot keep a holder who was stopped while acting from acting late.
 */
export class BranchWorld {
  readonly #tips = new Map<string, number>();

  tip(branch: string): number {
    return this.#tips.get(branch) ?? 0;
  }

  /** The merge onto a tip; `during` is called right before and after it happens. */
  merge(
    branch: string,
    from: number,
    claim: Claim,
    during: (when: "before" | "after") => Promise<void>,
  ): EffectSpec<From, From> {
    return {
      id: `merge:${branch}@${from}`,
      kind: "merge",
      input: { from },
      probe: async (input) => (this.tip(branch) > input.from ? input : undefined),
      act: async (input) => {
        await during("before");
        if (this.tip(branch) !== input.from)
          throw new EffectRefused(`merging into ${branch}`, "the tip has moved");
        this.#tips.set(branch, input.from + 1);
        await during("after");
        return input;
      },
      audit: { subject: branch, data: (output) => ({ ...output, fence: claim.fence }) },
    };
  }
}
