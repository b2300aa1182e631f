import type { Span } from "../base/index.ts";
import type { Fix } from "../diagnostic/index.ts";
import { spanOf, tokenSpan } from "./place.ts";
import type { ParserRule } from "./rules.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/** Reports at `span`, with the rule's own severity. */
export function report(state: ZoneState, rule: ParserRule, span: Span, message: string, fix?: Fix): void {
  state.reporter.report(rule, span, message, { fix });
}

/** Reports at token `index` of the entry just read. */
export function reportAt(
  state: ZoneState,
  source: Source,
  rule: ParserRule,
  index: number,
  message: string,
  fix?: Fix,
): void {
  report(state, rule, tokenSpan(source.lexer, source.file, index), message, fix);
}

/** The place just after the last token of the entry: where something is missing. */
export function endOfEntry(source: Source): Span {
  const { lexer, file } = source;
  const last = tokenSpan(lexer, file, lexer.count - 1);
  return { ...last, line: last.endLine, column: last.endColumn };
}

/** From token `index` to the last of the entry. */
export function spanFrom(source: Source, index: number): Span {
  const { lexer, file } = source;
  const { line, column } = tokenSpan(lexer, file, index);
  return { ...tokenSpan(lexer, file, lexer.count - 1), line, column };
}

/** The white space before the first token of an indented entry. */
export function indentation(source: Source): Span {
  const { lexer, file } = source;
  return spanOf(lexer, file, lexer.entryOffset, lexer.starts[0]!);
}

export function replacement(span: Span, title: string, text: string): Fix {
  const { line, column, endLine, endColumn } = span;
  return { title, edits: [{ line, column, endLine, endColumn, text }] };
}
