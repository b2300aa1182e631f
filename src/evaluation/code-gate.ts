import { fileSpan } from "../base/index.ts";
import {
  type CheckResult,
  checkDiagnostics,
  isCodeFile,
  type LoadedChecks,
  type Lost,
} from "../checks/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import { type CodeFacts, runCodeChecks } from "./code-checks.ts";
import type { Tree } from "./tree.ts";

export interface CodeGateFacts {
  readonly judge: Tree;
  readonly after: Tree;
  /** Files of checks of each tree, and the YAML checks in them. */
  readonly judging: { readonly files: readonly string[]; readonly loaded: LoadedChecks };
  readonly proposing: { readonly files: readonly string[]; readonly loaded: LoadedChecks };
  /** Whether code that the change brings may be run. */
  readonly proposedCode: boolean;
}

export interface CodeGate {
  readonly checks: readonly CheckResult[];
  /** Those in files that the change adds or edits, or of which it edits the data. */
  readonly proposed: readonly CheckResult[];
  readonly lost: readonly Lost[];
  /** Of the judging files. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the proposed ones. */
  readonly proposedDiagnostics: readonly Diagnostic[];
  /** Data files that were read. */
  readonly data: readonly string[];
}

/** The checks in TypeScript: those of the judging tree decide, those that the change proposes are run and shown. */
export function runCodeGate(
  { judge, after, judging, proposing, proposedCode }: CodeGateFacts,
  facts: CodeFacts,
): CodeGate {
  const base = runCodeChecks(judge, judging.files, facts, slugsOf(judging.loaded.checks));
  const checks = base.checks.map(({ result }) => result);
  const data = base.checks.flatMap((check) => check.data);
  const diagnostics = [...base.diagnostics, ...checkDiagnostics(checks)];
  const decided = { checks, diagnostics, data };
  if (judge === after) return { ...decided, proposed: [], lost: [], proposedDiagnostics: [] };
  const changed = (path: string) => judge.identity(path) !== after.identity(path);
  const reading = new Set(
    base.checks.filter((check) => check.data.some(changed)).map(({ result }) => result.span.file),
  );
  const edited = proposing.files.filter((file) => isCodeFile(file) && (changed(file) || reading.has(file)));
  const inEdited = ({ span }: CheckResult) => edited.includes(span.file) || !after.has(span.file);
  const run = proposedCode
    ? runCodeChecks(
        after,
        edited,
        facts,
        slugsOf([...proposing.loaded.checks, ...checks.filter((check) => !inEdited(check))]),
      )
    : { checks: [], diagnostics: edited.map(notRun) };
  const proposed = run.checks.map(({ result }) => result);
  const gone = checks.filter((check) => inEdited(check) && (proposedCode || !after.has(check.span.file)));
  return {
    ...decided,
    proposed,
    lost: lostOf(gone, proposed),
    proposedDiagnostics: run.diagnostics,
    data: [...data, ...run.checks.flatMap((check) => check.data)],
  };
}

function slugsOf(checks: readonly Pick<CheckResult, "slug" | "span">[]): ReadonlyMap<string, string> {
  return new Map(checks.map(({ slug, span }) => [slug, span.file]));
}

function notRun(file: string): Diagnostic {
  const message =
    "the checks here are not run as proposed, since the change comes from outside of the repository: they judge once they are merged";
  return { ...fileSpan(file), rule: "check-file", severity: "info", message };
}

/** Checks, and numbers of cases, that are less than they were. */
function lostOf(before: readonly CheckResult[], after: readonly CheckResult[]): readonly Lost[] {
  const now = new Map(after.map((check) => [check.slug, check]));
  return before.flatMap((check): Lost[] => {
    const { name, slug, owner, span, cases } = check;
    const other = now.get(slug);
    const about = { check: name, slug, ...(owner !== undefined && { owner }) };
    if (!other) return [{ ...about, what: "check", text: `the check “${name}” is gone`, span }];
    if (other.cases >= cases) return [];
    const text = `“${name}” has ${other.cases} cases, it had ${cases}`;
    return [{ ...about, what: "case", text, span: other.span }];
  });
}
