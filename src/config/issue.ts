import type { z } from "zod";
import { didYouMean } from "../base/index.ts";
import type { Diagnostic, Fix } from "../diagnostic/index.ts";
import { type ConfigDocument, type Path, problem } from "./document.ts";
import { keysOf } from "./schema-keys.ts";

/** Findings told about one file: finding the place of each means walking the document. */
const MAX_FINDINGS = 50;

/**
 * What a schema found wrong, told to the author at the place in the file. `at` is where the schema's value stands in
 * the document. Values are told by kind and not quoted: in an operator's file one may be a secret.
 */
export function issueDiagnostics(
  document: ConfigDocument,
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
  at: Path = [],
): Diagnostic[] {
  return issues.slice(0, MAX_FINDINGS).flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === "unrecognized_keys") {
      const known = keysOf(schema, issue.path);
      return issue.keys.slice(0, MAX_FINDINGS).map((key) => unknownKey(document, [...path, key], known));
    }
    if (issue.code === "invalid_union" && issue.errors.length === 1)
      return issueDiagnostics(document, schema, issue.errors[0]!, path);
    const found = valueAt(document.value, path);
    if (found === undefined)
      return [problem(document.valueSpan(path), `${pathText(path)} is missing: ${wanted(issue)}`)];
    return [
      problem(document.valueSpan(path), `${pathText(path)}: ${wanted(issue)}${insteadOf(issue, found)}`),
    ];
  });
}

/** `zones[0].files`. */
export function pathText(path: Path): string {
  const text = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
  return text === "" ? "the configuration" : text;
}

function unknownKey(document: ConfigDocument, path: Path, known: readonly string[]): Diagnostic {
  const key = String(path.at(-1));
  const meant = didYouMean(key, known);
  const span = document.keySpan(path);
  const where = path.length > 1 ? ` in ${pathText(path.slice(0, -1))}` : "";
  const there = `there is no key "${key}"${where}`;
  if (meant === undefined)
    return problem(span, known.length > 0 ? `${there}; there are: ${known.join(", ")}` : there);
  const { line, column, endLine, endColumn } = span;
  const fix: Fix = {
    title: `write "${meant}"`,
    edits: [{ line, column, endLine, endColumn, text: meant }],
  };
  return { ...problem(span, `${there}: did you mean "${meant}"?`), fix };
}

/** What the schema asks for, in words. */
function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `expected ${typeNames[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `expected ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "too_small":
      return `expected ${bound("at least", issue.minimum, issue.origin)}`;
    case "too_big":
      return `expected ${bound("at most", issue.maximum, issue.origin)}`;
    case "invalid_union":
      return `expected ${[...new Set(issue.errors.flat().map((inner) => wanted(inner).replace("expected ", "")))].join(" or ")}`;
    default:
      return issue.message;
  }
}

const typeNames: Record<string, string> = {
  object: "keys and values",
  record: "keys and values",
  array: "a list",
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

function bound(words: string, value: number | bigint, origin: string): string {
  if (origin === "array") return `${words} ${value} ${value === 1 ? "entry" : "entries"}`;
  return origin === "string"
    ? `${words} ${value} ${value === 1 ? "character" : "characters"}`
    : `${words} ${value}`;
}

/** What was found, by kind, and what to do about the commonest slips. */
function insteadOf(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === "invalid_value" && issue.values.some((value) => typeof value === typeof found)) {
    const meant = typeof found === "string" && didYouMean(found, issue.values.map(String));
    return meant ? `: did you mean "${meant}"?` : "";
  }
  if (issue.code !== "invalid_type" && issue.code !== "invalid_value") return "";
  const kind = found === null ? "nothing" : Array.isArray(found) ? "a list" : foundNames[typeof found];
  const quotes = issue.code === "invalid_type" && issue.expected === "string" && typeof found !== "object";
  return `, found ${kind}${quotes ? ": put it in quotes" : ""}`;
}

const foundNames: Record<string, string> = {
  object: "keys and values",
  string: "text",
  number: "a number",
  boolean: "true or false",
  bigint: "a number",
};

function valueAt(value: unknown, path: Path): unknown {
  let inner = value;
  for (const part of path) {
    if (inner === null || typeof inner !== "object" || !Object.hasOwn(inner, part)) return undefined;
    inner = (inner as Record<PropertyKey, unknown>)[part];
  }
  return inner;
}
