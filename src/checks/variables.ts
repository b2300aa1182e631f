import { EXCEPTION_WORDS, type Variables } from "./exceptions.ts";
import { hintFor } from "./hint.ts";
import { type Issue, readIssues } from "./issues.ts";
import { readSource, type Source } from "./source.ts";
import { entriesFrom, type Lists } from "./source-entries.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Entry } from "./template.ts";

/** Ways to say what a variable stands for. */
const WAYS = ["from", "files", "names"];

/** The `lists:` of a file of checks by name; paths of issues are relative to the file. */
export function readLists(
  raw: Readonly<Record<string, unknown>>,
  around: Surroundings,
): { readonly lists: Lists; readonly issues: readonly Issue[] } {
  const lists = new Map<string, readonly Entry[]>();
  const issues: Issue[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const path = ["lists", name];
    const read = readSource(value) ?? { source: { is: "entries", value } as const };
    const found = "source" in read ? entriesFrom(read.source, new Map(), around, undefined) : [];
    if ("error" in read) issues.push(...below(path, readIssues(read.error)));
    if (typeof found === "string")
      issues.push(problem(path, read as { source: Source }, found, `list "${name}" `));
    lists.set(name, typeof found === "string" ? [] : found);
  }
  return { lists, issues };
}

/** The variables of a check's `for:`; paths of issues are relative to the check. */
export function readVariables(
  raw: Readonly<Record<string, unknown>>,
  lists: Lists,
  around: Surroundings,
  view: string | undefined,
): { readonly variables: Variables; readonly issues: readonly Issue[] } {
  const variables = new Map<string, readonly Entry[]>();
  const issues: Issue[] = [];
  for (const [name, value] of Object.entries(raw)) {
    const path = ["for", name];
    const misnamed = problemOfName(name);
    if (misnamed !== undefined) {
      issues.push({ path, message: misnamed, key: true });
      continue;
    }
    const read = readOne(value);
    if ("message" in read) {
      issues.push({ path, message: read.message, key: false });
      continue;
    }
    if ("error" in read) {
      issues.push(...below(path, readIssues(read.error)));
      continue;
    }
    const found = entriesFrom(read.source, lists, around, view);
    if (typeof found === "string") issues.push(problem(path, read, found, ""));
    else variables.set(name, found);
  }
  return { variables, issues };
}

function problemOfName(name: string): string | undefined {
  if (EXCEPTION_WORDS.includes(name)) return `"${name}" is a word of \`except\`: call the variable otherwise`;
  return /^[A-Za-z_][\w-]*$/.test(name) ? undefined : `"${name}": a variable is letters, digits, - and _`;
}

function readOne(value: unknown): NonNullable<ReturnType<typeof readSource>> | { readonly message: string } {
  if (typeof value === "string") return { source: { is: "list", name: value } };
  if (Array.isArray(value)) return { source: { is: "entries", value } };
  const read = readSource(value);
  if (read) return read;
  const [key = ""] = value !== null && typeof value === "object" ? Object.keys(value) : [];
  const message = `write the name of a list, a sequence, or one of {from: …}, {files: …} and {names: …}${hintFor(key, WAYS)}`;
  return { message };
}

/** Where a source names something that is not there, that is where the problem is told. */
function problem(
  path: readonly string[],
  { source }: { readonly source: Source },
  message: string,
  whose: string,
): Issue {
  if (source.is === "entries") return { path, message: `${whose || "the sequence "}${message}`, key: false };
  return { path: source.is === "list" ? path : [...path, source.is], message, key: false };
}

function below(path: readonly string[], issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }));
}
