import type { Check, CheckFailure, CheckResult, CheckVerdict, Resolver, Resolvers } from "../checks/index.ts";

const ELSEWHERE = "this nameserver does not answer for that view";

/** Stands for a view that a nameserver does not answer for. */
const elsewhere: Resolver = {
  resolve: (name) => ({
    kind: "unreachable",
    chain: [name],
    rdata: [],
    ttl: 0,
    places: [],
    reason: ELSEWHERE,
  }),
};

/**
 * The parts of YAML checks that a nameserver can be asked about: of its views, and none that compare views, for whoever
 * asks it gets the answers of one.
 */
export function checksOfViews(
  checks: readonly Check[],
  served: Resolvers,
  views: readonly string[],
): readonly Check[] {
  return checks
    .filter(({ view }) => view === undefined || served.has(view))
    .map((check) => (views.length === 1 ? check : withoutComparing(check, served)))
    .filter(({ cases }) => cases.length > 0);
}

function withoutComparing(check: Check, served: Resolvers): Check {
  const cases = check.cases
    .filter(({ views }) => views === undefined || views.some((view) => served.has(view)))
    .map((one) => ({ ...one, expect: one.expect.filter(({ kind }) => kind.acrossViews !== true) }))
    .filter(({ expect }) => expect.length > 0);
  return { ...check, cases };
}

/** Resolvers of all views for checks in TypeScript, which may look at any: of what is not served nothing can be told. */
export function withElsewhere(served: Resolvers, views: readonly string[]): Resolvers {
  return new Map(views.map((view) => [view, served.get(view) ?? elsewhere]));
}

/** What a result says of the views that are served; undefined where it is about others as well. */
export function resultOfViews(result: CheckResult, others: readonly string[]): CheckResult | undefined {
  if (others.length === 0) return result;
  const labels = new Set(others.map((view) => `view=${view}`));
  const isHere = ({ case: label }: CheckFailure) => !label.split(" ").some((part) => labels.has(part));
  const failures = result.failures.filter(isHere);
  const unknowns = (result.unknowns ?? []).filter(isHere);
  if (unknowns.some(({ message }) => message.includes(ELSEWHERE))) return undefined;
  const verdict: CheckVerdict = failures.length > 0 ? "fail" : unknowns.length > 0 ? "unknown" : "pass";
  const { unknowns: _all, ...rest } = result;
  return { ...rest, verdict, passed: verdict === "pass", failures, ...(unknowns.length > 0 && { unknowns }) };
}
