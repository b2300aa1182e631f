import type { Span } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { Check, CheckFile } from "./check.ts";
import { type Path, readDocument, type SourceDocument } from "./document.ts";
import { expandCheck, MOST_CASES_OF_FILE } from "./expand.ts";
import { type Issue, readIssues } from "./issues.ts";
import { checkFileSchema } from "./schema.ts";
import { slugOf } from "./slug.ts";
import { CHECK_FILE, type Looked, type Surroundings } from "./surroundings.ts";
import { readLists } from "./variables.ts";

/** A file of checks as it was read by itself. */
export interface LoadedFile {
  /** In the file's order, those too of which nothing can be run. */
  readonly named: readonly {
    readonly slug: string;
    readonly span: Span;
    readonly check: Check | undefined;
  }[];
  readonly diagnostics: readonly Diagnostic[];
  readonly looked: Looked;
}

/** Reads one file of checks; a check with anything wrong is told with its position. */
export function readCheckFile({ file, octets }: CheckFile, around: Surroundings): LoadedFile {
  const { document, diagnostics } = readDocument(file, octets, CHECK_FILE);
  const unread = (found: readonly Diagnostic[]) => ({ named: [], diagnostics: found, looked: around.looked });
  if (!document) return unread(diagnostics);
  const content = checkFileSchema.safeParse(document.value);
  if (!content.success) return unread(diagnose(document, [], readIssues(content.error)));
  const { lists, issues } = readLists(content.data.lists ?? {}, around);
  let room = MOST_CASES_OF_FILE;
  const expanded = content.data.checks.map((raw) => {
    const { cases, issues: found } = expandCheck(raw, lists, around, room);
    room -= cases.length;
    return { raw, cases, issues: found };
  });
  const { looked } = around;
  return {
    named: expanded.map(({ raw, cases, issues: found }, index) => {
      const { name, owner, view } = raw;
      const slug = slugOf(name);
      const span = document.spanOf(["checks", index, "name"]);
      const assertions = raw.expect.map((one) => JSON.stringify(one));
      const check = { name, slug, owner, view, span, cases, data: looked.files, assertions };
      return { slug, span, check: found.length > 0 ? undefined : check };
    }),
    diagnostics: [
      ...diagnose(document, [], issues),
      ...around.diagnostics,
      ...expanded.flatMap(({ issues: found }, index) => diagnose(document, ["checks", index], found)),
    ],
    looked,
  };
}

function diagnose(document: SourceDocument, above: Path, issues: readonly Issue[]): Diagnostic[] {
  return issues.map(({ path, message, key }) => {
    const full = [...above, ...path];
    const span = key ? document.keySpanOf(full) : document.spanOf(full);
    return { ...span, rule: CHECK_FILE, severity: "error", message };
  });
}
