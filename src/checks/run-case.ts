import { messageOf } from "../base/index.ts";
import type { Check, CheckCase, Expectation } from "./check.ts";
import type { Miss } from "./miss.ts";
import { Questions, type Resolvers } from "./questions.ts";

/** A case in one view, with what it asked and what it misses. */
export interface CaseRun {
  /** As in CheckFailure. */
  readonly label: string;
  readonly of: CheckCase;
  readonly questions: Questions;
  readonly misses: readonly Miss[];
}

/** A part of a check that is run at once: a case in a view. */
export interface Part {
  readonly label: string;
  readonly of: CheckCase;
  readonly view: string;
  readonly expect: readonly Expectation[];
}

/** The views that a check is run in, of those there are. */
export function viewsOf(check: Check, resolvers: Resolvers): readonly string[] {
  return [...resolvers.keys()].filter((view) => check.view === undefined || check.view === view);
}

/** A case as its parts: once in each view, and once for all where a kind looks at several views itself. */
export function partsOf(check: Check, one: CheckCase, resolvers: Resolvers): readonly Part[] {
  const all = viewsOf(check, resolvers);
  const views = one.views ? all.filter((view) => one.views?.includes(view)) : all;
  const [across, alone] = [true, undefined].map((flag) =>
    one.expect.filter(({ kind }) => kind.acrossViews === flag),
  ) as [Expectation[], Expectation[]];
  const [first] = views;
  return [
    ...(alone.length > 0 || across.length === 0 ? views : []).map((view) => ({
      label: [one.label, ...(all.length > 1 ? [`view=${view}`] : [])].filter((part) => part !== "").join(" "),
      of: one,
      view,
      expect: alone,
    })),
    ...(across.length > 0 && first !== undefined
      ? [{ label: one.label, of: one, view: first, expect: across }]
      : []),
  ];
}

/** What one expectation misses that is told one by one: those about a whole zone may miss as much as there is in it. */
const MOST_MISSES = 200;

export function runPart({ label, of, view, expect }: Part, resolvers: Resolvers): CaseRun {
  const questions = new Questions(view, resolvers);
  const misses = expect.flatMap((expectation) => evaluate(expectation, questions));
  return { label, of, questions, misses };
}

function evaluate({ kind, options }: Expectation, questions: Questions): readonly Miss[] {
  try {
    const misses = questions.judge(() => kind.evaluate(options, questions));
    return misses.length > MOST_MISSES ? cutShort(misses, kind.kind) : misses;
  } catch (error) {
    const found = `the assertion itself broke: ${messageOf(error)}`;
    return [{ record: kind.kind, expected: "a verdict", found }];
  }
}

/** Those that are wrong go first: what could not be told must not hide them. */
function cutShort(misses: readonly Miss[], kind: string): readonly Miss[] {
  const sorted = [...misses.filter(({ unknown }) => !unknown), ...misses.filter(({ unknown }) => unknown)];
  const [shown, more] = [sorted.slice(0, MOST_MISSES), sorted.slice(MOST_MISSES)];
  const isUnknown = more.every(({ unknown }) => unknown);
  const found = `${more.length} more ${isUnknown ? "without an answer" : "that do not hold"}`;
  return [
    ...shown,
    { record: kind, expected: "no more than these", found, ...(isUnknown && { unknown: true }) },
  ];
}
