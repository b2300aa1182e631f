import type { Check, CheckCase, CheckFailure, CheckResult, CheckVerdict, ExceptedCase } from "./check.ts";
import { assertedNothing, failureOf } from "./explain.ts";
import type { Resolvers } from "./questions.ts";
import { type CaseRun, type Part, partsOf, runPart, viewsOf } from "./run-case.ts";
import { sawTheSame } from "./same-answers.ts";

export interface RunOptions {
  /**
   * What answered before the change: failures then say where a record was that is gone, and a case whose exception
   * ended fails only where the change touches it.
   */
  readonly before?: Resolvers;
  /** Milliseconds since 1970, by the clock of the snapshot that is judged. Without it every exception has ended. */
  readonly now?: number;
}

/** A result, and what every case looked at on the way to it. */
export interface CheckRun {
  readonly result: CheckResult;
  readonly runs: readonly CaseRun[];
}

/** Failures of one check for which the nearest record is looked for. */
const MOST_EXPLAINED = 20;

/** Questions that are told: a check of a whole zone asks as many as the zone has names. */
const MOST_TOUCHED = 1_000;

/**
 * Runs every case of every check in the view it names, or in each. A check that asked nothing fails: it asserts
 * nothing.
 */
export function runChecks(
  checks: readonly Check[],
  resolvers: Resolvers,
  options: RunOptions = {},
): CheckResult[] {
  return checks.map((check) => runCheck(check, resolvers, options).result);
}

/** As runChecks, for one check. */
export function runCheck(check: Check, resolvers: Resolvers, options: RunOptions = {}): CheckRun {
  const parts = check.cases.flatMap((one) => partsOf(check, one, resolvers));
  const excepted = parts.filter(({ of }) => isExcepted(of, options.now));
  const runs = parts.filter(({ of }) => !isExcepted(of, options.now)).map((part) => runPart(part, resolvers));
  const failures: CheckFailure[] = [];
  const unknowns: CheckFailure[] = [];
  const expired: ExceptedCase[] = [];
  for (const run of runs) {
    const { wrong, unknown } = findingsOf(run, check, resolvers, options, failures.length);
    unknowns.push(...unknown);
    if (wrong.length === 0 || !run.of.exception) failures.push(...wrong);
    else if (options.before && sawTheSame(run.questions, resolvers, options.before))
      expired.push(exceptedCase(run, run.of, wrong));
    else failures.push(...wrong.map((failure) => ended(failure, run.of)));
  }
  const isIdle = excepted.length === 0 && runs.every(({ questions }) => questions.isIdle);
  if (isIdle && failures.length === 0)
    failures.push(assertedNothing(check, viewsOf(check, resolvers).length));
  const verdict: CheckVerdict = failures.length > 0 ? "fail" : unknowns.length > 0 ? "unknown" : "pass";
  const { name, slug, owner, span } = check;
  const result: CheckResult = {
    name,
    slug,
    ...(owner !== undefined && { owner }),
    span,
    verdict,
    passed: verdict === "pass",
    cases: parts.length,
    failures,
    ...(unknowns.length > 0 && { unknowns }),
    ...(excepted.length > 0 && { excepted: excepted.map((part) => exceptedCase(part, part.of, [])) }),
    ...(expired.length > 0 && { expired }),
    touched: touchedBy(runs),
  };
  return { result, runs };
}

function isExcepted({ exception }: CheckCase, now = Number.POSITIVE_INFINITY): boolean {
  return exception !== undefined && now < exception.ends;
}

function findingsOf(
  { misses, label, questions }: CaseRun,
  check: Check,
  resolvers: Resolvers,
  { before }: RunOptions,
  already: number,
): { wrong: readonly CheckFailure[]; unknown: readonly CheckFailure[] } {
  const [wrong, unknown]: [CheckFailure[], CheckFailure[]] = [[], []];
  for (const miss of misses) {
    const failure = failureOf(miss, label, {
      check,
      resolver: resolvers.get(questions.view),
      before: before?.get(questions.view),
      thorough: !miss.unknown && already + wrong.length < MOST_EXPLAINED,
    });
    (miss.unknown ? unknown : wrong).push(failure);
  }
  return { wrong, unknown };
}

function exceptedCase(
  { label }: Pick<Part, "label">,
  { exception }: CheckCase,
  failures: readonly CheckFailure[],
): ExceptedCase {
  return { case: label, until: exception!.until, because: exception!.because, failures };
}

function ended(failure: CheckFailure, { exception }: CheckCase): CheckFailure {
  const note = `the exception for it ended with ${exception!.until} (${exception!.because})`;
  return { ...failure, message: `${failure.message}; ${note}` };
}

function touchedBy(runs: readonly CaseRun[]): CheckResult["touched"] {
  const touched = new Map<string, CheckResult["touched"][number]>();
  for (const { asked } of runs.flatMap(({ questions }) => [...questions.seen.values()])) {
    for (const question of asked) {
      if (touched.size === MOST_TOUCHED) return [...touched.values()];
      touched.set(`${question.name} ${question.type}`, question);
    }
  }
  return [...touched.values()];
}
