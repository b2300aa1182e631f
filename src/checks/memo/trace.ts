import type { Name } from "../../dns/index.ts";
import type { Questions } from "../questions.ts";
import type { Change } from "./changes.ts";
import { affects, affectsWalk } from "./view-change.ts";

/** What a run looked at in one view. */
interface ViewTrace {
  /** Every name asked for, and every one that an alias led to. */
  readonly names: readonly ReadonlySet<Name>[];
  readonly walked: ReadonlySet<Name>;
  /** Whether it looked at the data of all records. */
  readonly isWide: boolean;
}

/** What a run looked at, by view. */
export type Trace = ReadonlyMap<string, ViewTrace>;

export function traceOf(runs: readonly { readonly questions: Questions }[]): Trace {
  const trace = new Map<string, { names: ReadonlySet<Name>[]; walked: Set<Name>; isWide: boolean }>();
  for (const [view, seen] of runs.flatMap(({ questions }) => [...questions.seen])) {
    const of = trace.get(view) ?? { names: [], walked: new Set<Name>(), isWide: false };
    trace.set(view, of);
    of.names.push(...seen.names);
    for (const name of seen.walked) of.walked.add(name);
    of.isWide ||= seen.pointed.length > 0;
  }
  return trace;
}

/** Whether a run that looked at this would see the same after a change. */
export function isUntouched(trace: Trace, change: Change): boolean {
  if (!change) return false;
  return [...trace].every(([view, { names, walked, isWide }]) => {
    const of = change.get(view);
    if (!of) return false;
    if (of.names.size === 0 && of.tops.size === 0) return true;
    return (
      !isWide && !names.some((some) => affects(of, some)) && ![...walked].some((top) => affectsWalk(of, top))
    );
  });
}
