import { fileSpan } from "../../base/index.ts";
import type { Diagnostic } from "../../diagnostic/index.ts";
import type { CheckFile } from "../check.ts";
import type { CodeCheckRun } from "./conclude.ts";
import type { CodeRun } from "./file-run.ts";
import type { CodeMemo, IdentifiedHost } from "./memo.ts";
import type { Sandbox } from "./sandbox.ts";

/** How files of checks in TypeScript end; all others are YAML. */
export function isCodeFile(path: string): boolean {
  return path.endsWith(".check.ts");
}

/** Files that may take all of their time before the others are not run: together they would take the whole judgement's. */
const MOST_SPENT = 5;

/**
 * Runs files of checks in TypeScript, one after the other. `taken` has the file of each check known before by its slug:
 * another of the same name is an error, as nobody could tell the two apart. Without a sandbox each file is an error.
 */
export function runCodeFiles(
  files: readonly CheckFile[],
  host: IdentifiedHost,
  { sandbox, memo }: { readonly sandbox: Sandbox | undefined; readonly memo: CodeMemo },
  taken: ReadonlyMap<string, string>,
): Omit<CodeRun, "isSpent"> {
  let spent = 0;
  const slugs = new Map(taken);
  const checks: CodeCheckRun[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    if (!sandbox || spent === MOST_SPENT) {
      const message = sandbox
        ? `the checks here were not run: ${MOST_SPENT} other files took all of their time`
        : "checks in TypeScript cannot run here: this program has no sandbox for them";
      diagnostics.push({ ...fileSpan(file.file), rule: "check-file", severity: "error", message });
      continue;
    }
    const run = memo.run(sandbox, file, host);
    diagnostics.push(...run.diagnostics);
    if (run.isSpent) spent += 1;
    for (const check of run.checks) {
      const { slug, span } = check.result;
      const other = slugs.get(slug);
      if (other === undefined) {
        slugs.set(slug, file.file);
        checks.push(check);
        continue;
      }
      const message = `${other} has a check of this name already`;
      diagnostics.push({ ...span, rule: "check-file", severity: "error", message });
    }
  }
  return { checks, diagnostics };
}
