import { messageOf } from "../base/index.ts";
import { GitHubRefused } from "../github/index.ts";
import { EffectRefused } from "../store/index.ts";

/** Wraps a write to GitHub so that a refusal, which certainly did nothing, ends its intent; the cause is kept. */
export function refusing<I, O>(act: (input: I) => Promise<O>): (input: I) => Promise<O> {
  return async (input) => {
    try {
      return await act(input);
    } catch (error) {
      if (error instanceof GitHubRefused) {
        throw new EffectRefused("asking GitHub for it", messageOf(error), undefined, { cause: error });
      }
      throw error;
    }
  };
}
