import type { Span } from "../base/index.ts";
import { directiveOf, GENERATE_OWNER } from "./directive-name.ts";
import { Fields, readFields } from "./fields.ts";
import { Lexer, QUOTED } from "./lexer.ts";
import { tokenSpan, tokenText } from "./place.ts";

/** One token as written, escapes still in and quotes taken off; `span` covers the quotes. */
export interface Token {
  readonly text: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** The parts of one record as written. `span` runs from the first token to the last. */
export interface RecordTokens {
  readonly owner?: Token;
  readonly ttl?: Token;
  readonly class?: Token;
  readonly type?: Token;
  readonly rdata: readonly Token[];
  readonly span: Span;
  readonly indented: boolean;
}

/**
 * The tokens of the record or directive that starts at octet `offset` of a file, on line `line`, as `Zone.place`
 * gives them: `offset` is where its first line begins, white space included. For a directive, `type` is the
 * directive and `rdata` its arguments; for `$GENERATE` the parts of the record it is a template for. Undefined if
 * no entry starts there.
 */
export function recordTokens(
  octets: Uint8Array,
  file: string,
  offset: number,
  line: number,
): RecordTokens | undefined {
  if (offset < 0 || offset >= octets.length) return undefined;
  const lexer = new Lexer(octets, offset, line);
  if (!lexer.next() || lexer.entryOffset !== offset || lexer.count === 0) return undefined;
  const token = (index: number): Token => ({
    text: tokenText(lexer, index),
    quoted: (lexer.flags[index]! & QUOTED) !== 0,
    span: tokenSpan(lexer, file, index),
  });
  const fields = new Fields();
  locate(lexer, fields);
  const rdata = [];
  for (let index = fields.rdata; index < lexer.count; index++) rdata.push(token(index));
  const { line: firstLine, column } = tokenSpan(lexer, file, 0);
  const last = tokenSpan(lexer, file, lexer.count - 1);
  return {
    ...(fields.owner >= 0 && { owner: token(fields.owner) }),
    ...(fields.ttl >= 0 && { ttl: token(fields.ttl) }),
    ...(fields.class >= 0 && { class: token(fields.class) }),
    ...(fields.type >= 0 && { type: token(fields.type) }),
    rdata,
    span: { ...last, line: firstLine, column },
    indented: lexer.indented,
  };
}

function locate(lexer: Lexer, fields: Fields): void {
  const directive = directiveOf(lexer);
  if (directive === undefined) readFields(lexer, fields);
  else if (directive === "$GENERATE" && lexer.count > GENERATE_OWNER)
    readFields(lexer, fields, GENERATE_OWNER);
  else {
    fields.type = 0;
    fields.rdata = 1;
  }
}
