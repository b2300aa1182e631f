import { type RRType, TYPE } from "../dns/index.ts";
import { type Fields, readFields } from "./fields.ts";
import { type Lexer, QUOTED } from "./lexer.ts";

/** Types whose data has `key="value"`, which is one field in two tokens (RFC 9460 §2.1). */
const parameterTypes: ReadonlySet<RRType> = new Set([TYPE.SVCB, TYPE.HTTPS]);

/** Whether the entry just read, which is no directive, is a record of such a type. Sets `fields`. */
export function holdsParameters(lexer: Lexer, fields: Fields): boolean {
  readFields(lexer, fields);
  return fields.typeCode !== undefined && parameterTypes.has(fields.typeCode);
}

/** Whether no white space stands between token `index` and the one before it: one of the two is quoted then. */
export function isJoined(lexer: Lexer, index: number): boolean {
  if (index === 0) return false;
  const start = lexer.starts[index]! - (lexer.flags[index]! & QUOTED);
  return start === lexer.ends[index - 1]! + (lexer.flags[index - 1]! & QUOTED);
}
