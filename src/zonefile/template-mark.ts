import { shown } from "./place.ts";

const mark =
  /\{\{|\}\}|\{%|%\}|\$\{|\$\(|<%|%>|%%\w|@[A-Z][A-Z_]+@|__[A-Z][A-Z_]*__|^<[a-z][\w -]*>?$|\b(?:replace|change)[_-]?me\b/i;

/** What is said of a token with a mark of a template; undefined where it has none. `expected` is what should stand there. */
export function unfilledTemplate(text: string, expected: string): string | undefined {
  if (!mark.test(text)) return undefined;
  return `${shown(text)} is left of a template that was not filled in: expected ${expected}`;
}
