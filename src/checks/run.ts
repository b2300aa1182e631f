import { messageOf, type Span } from "../base/index.ts";
import type { Miss } from "./assertion.ts";
import type { Check, CheckCase, CheckFailure, CheckResult } from "./check.ts";
import { recordName } from "./describe.ts";
import { Questions } from "./questions.ts";
import type { RecordPlace, Resolver } from "./resolver.ts";

/** Resolvers by the view they answer for. */
export type Resolvers = ReadonlyMap<string, Resolver>;

export interface RunOptions {
  /** What answered before the change: failures then say where a record was that is gone. */
  readonly before?: Resolvers;
}

/** Failures of one check for which the nearest record is looked for; it takes a walk over the zone. */
const MOST_EXPLAINED = 20;

/**
 * Runs every case of every check in the view it names, or in each. A check that asked nothing fails: it asserts
 * nothing.
 */
export function runChecks(
  checks: readonly Check[],
  resolvers: Resolvers,
  options: RunOptions = {},
): CheckResult[] {
  return checks.map((check) => runCheck(check, resolvers, options.before ?? new Map()));
}

function runCheck(check: Check, resolvers: Resolvers, before: Resolvers): CheckResult {
  const views = [...resolvers].filter(([view]) => check.view === undefined || check.view === view);
  const failures: CheckFailure[] = [];
  const touched = new Map<string, CheckResult["touched"][number]>();
  let asked = 0;
  for (const [view, resolver] of views) {
    for (const one of check.cases) {
      const label = [one.label, ...(views.length > 1 ? [`view=${view}`] : [])]
        .filter((part) => part !== "")
        .join(" ");
      const questions = new Questions(resolver);
      const explain: Explain = { resolver, before: before.get(view), check };
      for (const miss of evaluateCase(one, questions)) {
        failures.push(failureOf(miss, label, explain, failures.length < MOST_EXPLAINED));
      }
      asked += questions.asked.length;
      for (const question of questions.asked) touched.set(`${question.name} ${question.type}`, question);
    }
  }
  if (asked === 0 && failures.length === 0) failures.push(assertedNothing(check, views.length));
  const { name, slug, owner, span } = check;
  return {
    name,
    slug,
    ...(owner !== undefined && { owner }),
    span,
    passed: failures.length === 0,
    cases: check.cases.length * views.length,
    failures,
    touched: [...touched.values()],
  };
}

function evaluateCase(one: CheckCase, questions: Questions): Miss[] {
  return one.expect.flatMap(({ kind, options }) => {
    try {
      return kind.evaluate(options, questions);
    } catch (error) {
      const found = `the assertion itself broke: ${messageOf(error)}`;
      return [{ record: kind.kind, expected: "a verdict", found }];
    }
  });
}

interface Explain {
  readonly resolver: Resolver;
  readonly before: Resolver | undefined;
  readonly check: Check;
}

function failureOf(
  miss: Miss,
  label: string,
  { resolver, before, check }: Explain,
  thorough: boolean,
): CheckFailure {
  const { record, expected, found, at, missing } = miss;
  const was = missing && before?.resolve(missing.name, missing.type).place;
  const nearest = missing && thorough ? resolver.nearest?.(missing.name, missing.type) : undefined;
  const where = [
    ...(at ? [`the record is at ${lineOf(at)}`] : []),
    ...(was ? [`before this change it was at ${lineOf(was)}`] : []),
    ...(nearest ? [`nearest: ${recordName(nearest.name, nearest.type)} at ${lineOf(nearest.place)}`] : []),
  ];
  const place = at ?? nearest?.place ?? was;
  return {
    case: label,
    expected,
    found,
    message: [`${record}: expected ${expected}, found ${found}`, ...where].join("; "),
    span: place ? spanOf(place) : check.span,
  };
}

function assertedNothing(check: Check, views: number): CheckFailure {
  const found =
    views > 0 ? "no case asked anything" : check.view ? `no zone in view "${check.view}"` : "no zones to ask";
  const expected = "at least one assertion";
  return { case: "", expected, found, message: `the check asserted nothing: ${found}`, span: check.span };
}

function lineOf({ file, line }: RecordPlace): string {
  return `${file}:${line}`;
}

function spanOf({ file, line }: RecordPlace): Span {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}
