import type { Diagnostic } from "../diagnostic/index.ts";
import type { Check, CheckFile, LoadedChecks } from "./check.ts";
import { type LoadedFile, readCheckFile } from "./check-file.ts";
import type { Repository } from "./repository.ts";
import { CHECK_FILE, type DataFiles, Surroundings } from "./surroundings.ts";

/**
 * Reads files of checks. A check with anything wrong is left out and told with its position; the others are loaded.
 * `repository` is what they refer to; where it is a function, that reads data files and nothing else is to be had.
 */
export function loadChecks(
  files: readonly CheckFile[],
  repository: Repository | Repository["read"],
): LoadedChecks {
  const around = typeof repository === "function" ? { read: repository } : repository;
  const documents: DataFiles = new Map();
  return joined(files.map((file) => readCheckFile(file, new Surroundings(around, documents))));
}

/** All files' checks together: of two with one name the second is left out, as nobody could tell them apart. */
export function joined(files: readonly LoadedFile[]): LoadedChecks {
  const checks: Check[] = [];
  const diagnostics = new Set<Diagnostic>();
  const slugs = new Map<string, string>();
  for (const file of files) {
    for (const diagnostic of file.diagnostics) diagnostics.add(diagnostic);
    for (const { slug, span, check } of file.named) {
      const other = slugs.get(slug);
      slugs.set(slug, other ?? span.file);
      if (other === undefined) checks.push(...(check ? [check] : []));
      else {
        const message = `${other} has a check of this name already`;
        diagnostics.add({ ...span, rule: CHECK_FILE, severity: "error", message });
      }
    }
  }
  const data = new Set(files.flatMap(({ looked }) => looked.files));
  return { checks, diagnostics: [...diagnostics], data: [...data].sort() };
}
