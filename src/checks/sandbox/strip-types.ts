import { stripTypeScriptTypes } from "node:module";
import { messageOf } from "../../base/index.ts";
import type { CodePlace } from "./messages.ts";

export type Stripped =
  | { readonly code: string }
  | { readonly problem: string; readonly place: CodePlace | undefined };

/**
 * TypeScript as JavaScript, with every type made blank, so that positions stay; or what is wrong with it. Throws where
 * Node's own parser broke, which must then not be used again.
 */
export function stripTypes(source: string): Stripped {
  try {
    return { code: stripTypeScriptTypes(source) };
  } catch (error) {
    const { code, stack = "" } = error as NodeJS.ErrnoException;
    if (code !== "ERR_INVALID_TYPESCRIPT_SYNTAX" && code !== "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX") throw error;
    // Node puts the place above the stack: ":2", the lines up to there, and a caret below the column.
    const shown = /^[^\n]*:(\d+)\n(?:[^\n]*\n){1,5}?( *)\^+\n/.exec(stack);
    const place = shown ? { line: Number(shown[1]), column: shown[2]!.length + 1 } : undefined;
    return { problem: messageOf(error), place };
  }
}
