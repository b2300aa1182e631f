import { type Lexer, QUOTED } from "./lexer.ts";
import { tokenText } from "./place.ts";

/** Index of the token that stands for the owner in `$GENERATE range owner [ttl] [class] type data`. */
export const GENERATE_OWNER = 2;

const DOLLAR = 0x24;

/** Whether token `index` starts with "$" (unescaped and unquoted), as a directive does. */
export function startsWithDollar(lexer: Lexer, index: number): boolean {
  return lexer.octets[lexer.starts[index]!] === DOLLAR && (lexer.flags[index]! & QUOTED) === 0;
}

/** The directive of the entry just read, upper case ("$TTL"); undefined if the entry is a record. */
export function directiveOf(lexer: Lexer): string | undefined {
  if (lexer.indented || lexer.count === 0 || !startsWithDollar(lexer, 0)) return undefined;
  return tokenText(lexer, 0).toUpperCase();
}
