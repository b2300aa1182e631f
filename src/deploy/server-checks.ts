import type { CheckFailure, CheckResult } from "../checks/index.ts";

/** One case of a check that does not pass on a nameserver. */
export interface CheckFinding {
  /** Name of the check. */
  readonly check: string;
  readonly owner?: string;
  /** "dc=ash"; empty where the check has one case only. */
  readonly case: string;
  readonly expected: string;
  readonly found: string;
  /** Record, expected and found in one sentence. */
  readonly message: string;
  readonly file: string;
  readonly line: number;
}

/** How the checks of a commit went on one nameserver: how many, and the first of what was found. */
export interface ServerChecks {
  /** The nameserver's name. */
  readonly server: string;
  readonly passed: number;
  readonly failed: number;
  /** Checks of which it could not be told. */
  readonly unknown: number;
  /** Findings of checks that fail, then of those that could not be told. */
  readonly findings: readonly CheckFinding[];
  /** Why none could be run at all. */
  readonly fault?: string;
}

/** Findings kept of one check, and of one nameserver. */
const MOST_OF_CHECK = 5;
const MOST_OF_SERVER = 20;

/** What is kept of the results of one nameserver. */
export function serverChecks(server: string, results: readonly CheckResult[], fault?: string): ServerChecks {
  const of = (verdict: CheckResult["verdict"]) => results.filter((one) => one.verdict === verdict);
  const [failed, unknown] = [of("fail"), of("unknown")];
  return {
    server,
    passed: of("pass").length,
    failed: failed.length,
    unknown: unknown.length,
    findings: [...failed, ...unknown].flatMap(findingsOf).slice(0, MOST_OF_SERVER),
    ...(fault !== undefined && { fault }),
  };
}

/** The first findings of a check: what fails, then what could not be told. */
export function findingsOf({ name, owner, failures, unknowns = [] }: CheckResult): readonly CheckFinding[] {
  const finding = ({ case: label, expected, found, message, span }: CheckFailure): CheckFinding => ({
    check: name,
    ...(owner !== undefined && { owner }),
    case: label,
    expected,
    found,
    message,
    file: span.file,
    line: span.line,
  });
  return [...failures, ...unknowns].slice(0, MOST_OF_CHECK).map(finding);
}
