import type { Diagnostic } from "../diagnostic/index.ts";
import type { Check, CheckFile, LoadedChecks } from "./check.ts";
import { readDocument, type SourceDocument } from "./document.ts";
import { expandCheck } from "./expand.ts";
import { type Issue, readIssues } from "./issues.ts";
import { type Lists, readLists } from "./lists.ts";
import { checkFileSchema, type RawCheck } from "./schema.ts";
import { slugOf } from "./slug.ts";

/** Rule id of what is wrong with a file of checks, as opposed to what a check finds. */
const RULE = "check-file";

interface Loading {
  readonly checks: Check[];
  readonly diagnostics: Diagnostic[];
  readonly data: Set<string>;
  /** File of each check by its slug: two with one would be told apart by nobody. */
  readonly slugs: Map<string, string>;
}

/**
 * Reads files of checks. A check with anything wrong is left out and told with its position; the others are loaded.
 * `read` gives the data files that lists are taken `from`, by path from the repository's root.
 */
export function loadChecks(
  files: readonly CheckFile[],
  read: (path: string) => Uint8Array | undefined,
): LoadedChecks {
  const loading: Loading = { checks: [], diagnostics: [], data: new Set(), slugs: new Map() };
  for (const file of files) loadFile(file, read, loading);
  return { checks: loading.checks, diagnostics: loading.diagnostics, data: [...loading.data].sort() };
}

function loadFile(
  { file, octets }: CheckFile,
  read: (path: string) => Uint8Array | undefined,
  loading: Loading,
): void {
  const { document, diagnostics } = readDocument(file, octets, RULE);
  loading.diagnostics.push(...diagnostics);
  if (!document) return;
  const content = checkFileSchema.safeParse(document.value);
  if (!content.success) {
    loading.diagnostics.push(...diagnose(document, [], readIssues(content.error)));
    return;
  }
  const lists = readLists(document, content.data.lists ?? {}, read);
  loading.diagnostics.push(...lists.diagnostics);
  for (const path of lists.data) loading.data.add(path);
  for (const [index, raw] of content.data.checks.entries()) loadCheck(document, index, raw, lists, loading);
}

function loadCheck(
  document: SourceDocument,
  index: number,
  raw: RawCheck,
  lists: Lists,
  loading: Loading,
): void {
  const path = ["checks", index];
  const slug = slugOf(raw.name);
  const other = loading.slugs.get(slug);
  loading.slugs.set(slug, other ?? document.file);
  const { cases, issues } = expandCheck(raw, lists.entries);
  const clash: Issue[] =
    other === undefined
      ? []
      : [{ path: ["name"], message: `${other} has a check of this name already`, key: false }];
  loading.diagnostics.push(...diagnose(document, path, [...issues, ...clash]));
  if (issues.length > 0 || clash.length > 0) return;
  const span = document.spanOf([...path, "name"]);
  loading.checks.push({
    name: raw.name,
    slug,
    owner: raw.owner,
    view: raw.view,
    span,
    cases,
    data: lists.data,
  });
}

function diagnose(
  document: SourceDocument,
  above: (string | number)[],
  issues: readonly Issue[],
): Diagnostic[] {
  return issues.map(({ path, message, key }) => {
    const full = [...above, ...path];
    const span = key ? document.keySpanOf(full) : document.spanOf(full);
    return { ...span, rule: RULE, severity: "error", message };
  });
}
