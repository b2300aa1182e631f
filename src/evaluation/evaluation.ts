import type { Span } from "../base/index.ts";
import type { CheckResult, Lost } from "../checks/index.ts";
import type { RepositoryConfig } from "../config/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Plan, SerialPolicy, TrippedGuard } from "../plan/index.ts";

/** A zone of the `after` tree. */
export interface EvaluatedZone {
  readonly name: string;
  readonly view: string;
  readonly file: string;
  /** That file and what it includes. */
  readonly files: readonly string[];
  readonly serial: SerialPolicy;
  readonly target?: string;
  readonly contentHash: string;
  readonly records: number;
  /** False where its file has a finding that leaves its meaning in doubt: then nothing of it may be deployed. */
  readonly deployable: boolean;
  /** The canonical master file, where Facts.texts asked for it. */
  readonly text: string | undefined;
}

/** A file of `config:` in the `after` tree. */
export interface EvaluatedConfigFile {
  readonly file: string;
  readonly oid: string;
  readonly target?: string;
  /** False where it cannot be read or does not fit its schema, whether or not the base had that too. */
  readonly deployable: boolean;
}

/** Paths the change touches, by what they govern. */
export interface Governed {
  readonly zones: readonly string[];
  readonly config: boolean;
  /** Checks, their data, and schemas. */
  readonly checks: readonly string[];
}

/** An error that the change hides with a comment of its own: people who own the rules must agree to that. */
export interface Override {
  readonly diagnostic: Diagnostic;
  /** The author's words. */
  readonly reason: string;
  /** The comment. */
  readonly span: Span;
}

/** The judgement of one tree against the one it lands on. */
export interface Evaluation {
  /** False where judging was cut short: then it did not pass, and nothing else in it says anything about the tree. */
  readonly judged: boolean;
  /** Findings of the `after` tree that count, sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that the `before` tree has as well, sorted: they do not fail the change. */
  readonly baseline: readonly Diagnostic[];
  /** Errors that count no more because the change says so: shown first, and for the owners to agree to. */
  readonly overrides: readonly Override[];
  readonly plan: Plan;
  /** Where the plan goes over what one approval, or as many as usual, may let pass. */
  readonly guards: readonly TrippedGuard[];
  readonly checks: readonly CheckResult[];
  /** Checks the change adds or edits, as it would have them: shown, not deciding. */
  readonly proposedChecks: readonly CheckResult[];
  /** What the checks look after now and would not any more: for the owners of the checks to agree to. */
  readonly lost: readonly Lost[];
  readonly zones: readonly EvaluatedZone[];
  readonly configFiles: readonly EvaluatedConfigFile[];
  /**
   * SHA-256 over path and object id of every file of the `after` tree that was read, its config included, and of every
   * configuration file.
   */
  readonly inputsDigest: string;
  readonly governed: Governed;
  /** Why the config that should judge could not be used. */
  readonly configProblem?: string;
  readonly passed: boolean;
  /** Why it did not pass; empty where it did. */
  readonly reasons: readonly string[];
  readonly config: RepositoryConfig;
}
