import type { Span } from "../../base/index.ts";
import type { Check, CheckFailure, CheckResult, CheckVerdict } from "../check.ts";
import { describeResolution, recordName } from "../describe.ts";
import { failureOf } from "../explain.ts";
import type { Miss } from "../miss.ts";
import type { Questions } from "../questions.ts";
import { slugOf } from "../slug.ts";
import type { Answers } from "./answers.ts";
import type { SandboxHost } from "./host.ts";
import type { CodeMiss, CodePlace, EndedRun, SandboxLimits } from "./messages.ts";
import { describeStop } from "./stop.ts";

/** A check that a file declares, and its runs, one in each view. */
export interface CodeCheck {
  readonly name: string;
  readonly owner: string | undefined;
  readonly view: string | undefined;
  readonly span: Span;
  readonly runs: ViewRun[];
}

export interface ViewRun {
  readonly view: string;
  readonly answers: Answers;
  readonly misses: readonly CodeMiss[];
  /** Undefined where it did not end. */
  ended: EndedRun | undefined;
}

/** A result, and what was looked at on the way to it. */
export interface CodeCheckRun {
  readonly result: CheckResult;
  readonly questions: readonly Questions[];
  /** Paths of the data files it asked for, those that are not there too. */
  readonly data: readonly string[];
  /** Globs of the configuration it asked for. */
  readonly globs: readonly string[];
}

export interface Conclusion {
  readonly host: SandboxHost;
  readonly limits: SandboxLimits;
  /** Why checks that did not begin did not; undefined: all did. */
  readonly cut: string | undefined;
}

/** Failures of one check for which the nearest record is looked for. */
const MOST_EXPLAINED = 20;

/** What the runs of a check come to. One that expected nothing fails: it asserts nothing. */
export function concludeCheck(check: CodeCheck, conclusion: Conclusion): CodeCheckRun {
  const { name, owner, span, runs } = check;
  const failures: CheckFailure[] = [];
  const unknowns: CheckFailure[] = [];
  for (const run of runs) {
    const explain = (miss: Miss, label: string, place: CodePlace | undefined) =>
      failureIn(check, run, conclusion, { miss, label, place, thorough: failures.length < MOST_EXPLAINED });
    for (const miss of run.misses) failures.push(explain(missOf(miss, run), miss.label, miss.place));
    const end = endOf(run, conclusion);
    if (end)
      (end.unknown ? unknowns : failures).push(explain(end, run.ended?.label ?? "", run.ended?.stop?.place));
  }
  if (runs.length === 0) failures.push(notRun(check, conclusion));
  const verdict: CheckVerdict = failures.length > 0 ? "fail" : unknowns.length > 0 ? "unknown" : "pass";
  return {
    result: {
      name,
      slug: slugOf(name),
      ...(owner !== undefined && { owner }),
      span,
      verdict,
      passed: verdict === "pass",
      cases: runs.reduce((sum, { ended }) => sum + Math.max(1, (ended?.cases ?? 1) - 1), 0),
      failures,
      ...(unknowns.length > 0 && { unknowns }),
      touched: touchedBy(runs),
    },
    questions: runs.map(({ answers }) => answers.questions),
    data: [...new Set(runs.flatMap(({ answers }) => [...answers.data]))].sort(),
    globs: [...new Set(runs.flatMap(({ answers }) => [...answers.globs]))].sort(),
  };
}

/** What the code says does not hold, about the answer or record that it says it of. */
function missOf({ expected, found, what, subject }: CodeMiss, { answers }: ViewRun): Miss {
  const about = subject === undefined ? undefined : answers.subjects[subject];
  const record = about && recordName(about.name, about.type);
  return {
    record: what === "" ? (record ?? "the check") : record === undefined ? what : `${what} (${record})`,
    expected,
    found,
    at: about?.at,
    ...(about?.missing !== undefined && { missing: { name: about.missing, type: about.type } }),
  };
}

/** What is wrong with how a run ended; undefined where nothing is. */
function endOf({ ended, answers, misses }: ViewRun, { limits, cut }: Conclusion): Miss | undefined {
  const { unanswered } = answers;
  if (ended?.stop?.by === "question" && unanswered) {
    const { name, type, answer } = unanswered;
    const found = describeResolution(answer, type);
    return { record: recordName(name, type), expected: "an answer", found, unknown: true };
  }
  if (!ended || ended.stop) {
    const why = ended?.stop ? describeStop(ended.stop, limits) : (cut ?? "it did not come to its end");
    return { record: "the check", expected: "an end", found: `none: ${why}` };
  }
  if (ended.asserted > 0 || misses.length > 0) return undefined;
  return { record: "the check", expected: "at least one expect()", found: "none: it asserts nothing" };
}

function failureIn(
  check: CodeCheck,
  { view }: ViewRun,
  { host }: Conclusion,
  told: {
    readonly miss: Miss;
    readonly label: string;
    readonly place: CodePlace | undefined;
    readonly thorough: boolean;
  },
): CheckFailure {
  const { miss, place, thorough } = told;
  const views = check.view === undefined && host.resolvers.size > 1;
  const label = [told.label, ...(views ? [`view=${view}`] : [])].filter((part) => part !== "").join(" ");
  const span = place ? { ...check.span, ...place, endLine: place.line, endColumn: place.column } : check.span;
  const failure = failureOf(miss, label, {
    check: explained(check, span),
    resolver: host.resolvers.get(view),
    before: host.before?.get(view),
    thorough,
  });
  const code = `${span.file}:${span.line}:${span.column}`;
  return { ...failure, message: `${failure.message}; expected at ${code}` };
}

function notRun(check: CodeCheck, { host, cut }: Conclusion): CheckFailure {
  const none = host.resolvers.size === 0 ? "there are no zones" : `no zone in view "${check.view}"`;
  const found = `it was not run: ${cut ?? none}`;
  return { case: "", expected: "a run", found, message: found, span: check.span };
}

/** As much of a check as a failure is explained by. */
function explained({ name, owner, view }: CodeCheck, span: Span): Check {
  return { name, slug: slugOf(name), owner, view, span, cases: [], data: [] };
}

function touchedBy(runs: readonly ViewRun[]): CheckResult["touched"] {
  const touched = new Map<string, CheckResult["touched"][number]>();
  for (const { answers } of runs) {
    for (const { asked } of answers.questions.seen.values()) {
      for (const { name, type } of asked) touched.set(`${name} ${type}`, { name, type });
    }
  }
  return [...touched.values()];
}
