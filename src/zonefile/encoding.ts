import { fileSpan } from "../base/index.ts";
import { NON_ASCII, QUOTED } from "./lexer.ts";
import { byteOrderMarkLength } from "./octets.ts";
import { anchorAt, spanOf, tokenText } from "./place.ts";
import { replacement, report } from "./report.ts";
import type { Source, ZoneState } from "./zone-state.ts";

/** Spaces and controls that look like nothing, and quotes that look like ASCII ones. */
const invisible = /[\u0080-\u00a0\u00ad\u061c\u2000-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff]/u;
const typographicQuotes = /[\u2018-\u201f\u00ab\u00bb]/u;
/** What changes how text around it is shown, and so can hide what a string says. */
const deceptive = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Reports characters nobody means to type: outside quotes invisible ones and typographic quotes, inside quotes the
 * controls that reorder text. True if one was found, and the entry means something else than it shows.
 */
export function checkInvisible(state: ZoneState, source: Source): boolean {
  const { lexer } = source;
  if (!lexer.hasNonAscii) return false;
  let found = false;
  for (let index = 0; index < lexer.count; index++) {
    const flags = lexer.flags[index]!;
    if ((flags & NON_ASCII) === 0) continue;
    const text = tokenText(lexer, index);
    const inQuotes = (flags & QUOTED) !== 0;
    const match = inQuotes ? deceptive.exec(text) : (invisible.exec(text) ?? typographicQuotes.exec(text));
    if (!match) continue;
    tell(state, source, index, match);
    found = true;
  }
  return found;
}

function tell(state: ZoneState, source: Source, index: number, match: RegExpExecArray): void {
  const { lexer, file } = source;
  const start = lexer.starts[index]! + Buffer.byteLength(match.input.slice(0, match.index));
  const span = spanOf(lexer, file, start, start + Buffer.byteLength(match[0]));
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
  const message = typographicQuotes.test(match[0])
    ? `typographic quote U+${code}: strings are quoted with the plain "`
    : `invisible character U+${code}: it is part of the data, though nobody can see it`;
  const fix = typographicQuotes.test(match[0])
    ? replacement(span, "use a plain quote", '"')
    : replacement(span, "delete the invisible character", "");
  report(state, "enc-invisible-char", span, message, fix);
}

/** Reports what concerns a file as a whole: byte order mark, CRLF, no line end at the end. */
export function tellFileEncoding(state: ZoneState, source: Source): void {
  const { lexer, file } = source;
  const { octets } = lexer;
  if (byteOrderMarkLength(octets) > 0) {
    const span = fileSpan(file);
    const message =
      "file starts with a UTF-8 byte order mark, which name servers read as part of the first token";
    // Decoded text has no mark any more, so that writing it back is the repair.
    report(state, "enc-bom", span, message, replacement(span, "delete the byte order mark", ""));
  }
  if (lexer.firstCrlf >= 0) {
    const span = spanOf(anchorAt(octets, lexer.firstCrlf), file, lexer.firstCrlf, lexer.firstCrlf + 1);
    report(state, "enc-crlf", span, "lines end in CRLF, which Knot DNS refuses: end them in LF");
  }
  const { length } = octets;
  if (length > 0 && octets[length - 1] !== 0x0a) {
    const span = spanOf(anchorAt(octets, length), file, length, length);
    const fix = replacement(span, "end the last line", "\n");
    report(state, "enc-no-final-newline", span, "last line has no line end", fix);
  }
}
