import type { Span } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Name, RRType } from "../dns/index.ts";
import type { AnyAssertion } from "./assertion.ts";

/** A file of checks, by its path in the repository. */
export interface CheckFile {
  readonly file: string;
  readonly octets: Uint8Array;
}

/** One thing a case asserts: a kind of assertion and its options, valid and with every template filled in. */
export interface Expectation {
  readonly kind: AnyAssertion;
  readonly options: unknown;
}

/** Why a case does not count, and until when. */
export interface Exception {
  /** The last day, as written: "2027-01-31". */
  readonly until: string;
  /** The first moment at which the case counts again: milliseconds since 1970. */
  readonly ends: number;
  readonly because: string;
}

/** One combination of `for`; `label` is "dc=ash", or empty for a check without `for`. */
export interface CheckCase {
  readonly label: string;
  readonly expect: readonly Expectation[];
  /** The views it is for; undefined: those of the check. */
  readonly views?: readonly string[];
  readonly exception?: Exception;
}

/** A check of a repository, valid and expanded to its cases. */
export interface Check {
  readonly name: string;
  /** The name in kebab-case: the rule id of its failures is `check/<slug>`. */
  readonly slug: string;
  readonly owner: string | undefined;
  /** The view it asks; undefined: every view must satisfy it. */
  readonly view: string | undefined;
  /** Where the check is written. */
  readonly span: Span;
  readonly cases: readonly CheckCase[];
  /** Files that the lists of the check's file are read from. */
  readonly data: readonly string[];
  /** The expectations as written, in one text each: what tells whether one was taken out. */
  readonly assertions?: readonly string[];
}

export interface LoadedChecks {
  readonly checks: readonly Check[];
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of data files that lists are read `from`, those that are not there too. */
  readonly data: readonly string[];
}

export interface CheckFailure {
  /** "dc=ash", "dc=ash view=internal"; empty where the check has one case only. */
  readonly case: string;
  readonly expected: string;
  readonly found: string;
  /** Record, expected, found, and where the record is or what stands nearest, in one sentence. */
  readonly message: string;
  /** The record, or the place where it should be; the check itself where no zone file can be named. */
  readonly span: Span;
}

/** A case that an exception is declared for. */
export interface ExceptedCase {
  /** As in CheckFailure. */
  readonly case: string;
  readonly until: string;
  readonly because: string;
  /** What would fail there without it; empty while the exception holds, as the case is not run then. */
  readonly failures: readonly CheckFailure[];
}

/** `unknown`: nothing failed, but not everything could be told. Over files that does not occur. */
export type CheckVerdict = "pass" | "fail" | "unknown";

export interface CheckResult {
  readonly name: string;
  readonly slug: string;
  readonly owner?: string;
  /** Where the check is written. */
  readonly span: Span;
  readonly verdict: CheckVerdict;
  /** Whether the verdict is "pass". */
  readonly passed: boolean;
  readonly cases: number;
  readonly failures: readonly CheckFailure[];
  /** What could not be told, nobody having answered. */
  readonly unknowns?: readonly CheckFailure[];
  /** Cases that were left out, as an exception holds for them. */
  readonly excepted?: readonly ExceptedCase[];
  /** Cases whose exception ended and which fail as they did before the change: no failures of the change. */
  readonly expired?: readonly ExceptedCase[];
  /** The questions the check asked; of very many, the first thousand. */
  readonly touched: readonly { readonly name: Name; readonly type: RRType }[];
}
