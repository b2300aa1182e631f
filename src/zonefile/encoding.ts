import { fileSpan } from "../base/index.ts";
import type { Fix } from "../diagnostic/index.ts";
import { NON_ASCII, QUOTED } from "./lexer.ts";
import { LIMITS } from "./limits.ts";
import { byteOrderMarkLength } from "./octets.ts";
import { anchorAt, countCharacters, spanOf, tokenText } from "./place.ts";
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
  let found = 0;
  for (let index = 0; index < lexer.count && found < LIMITS.problemsOfEntry; index++) {
    const flags = lexer.flags[index]!;
    if ((flags & NON_ASCII) === 0) continue;
    const text = tokenText(lexer, index);
    const inQuotes = (flags & QUOTED) !== 0;
    const match = inQuotes ? deceptive.exec(text) : (invisible.exec(text) ?? typographicQuotes.exec(text));
    if (!match) continue;
    tell(state, source, index, match);
    found++;
  }
  return found > 0;
}

function tell(state: ZoneState, source: Source, index: number, match: RegExpExecArray): void {
  const { lexer, file } = source;
  // Not by counting what is before it: octets that are no UTF-8 decode to more than they were.
  const token = Buffer.from(lexer.octets.subarray(lexer.starts[index]!, lexer.ends[index]!));
  const start = lexer.starts[index]! + token.indexOf(match[0]);
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
    const message = "lines end in CRLF, which Knot DNS refuses: end them in LF";
    report(state, "enc-crlf", span, message, endInLineFeeds(octets));
  }
  const { length } = octets;
  if (length > 0 && octets[length - 1] !== 0x0a) {
    const span = spanOf(anchorAt(octets, length), file, length, length);
    const fix = replacement(span, "end the last line", "\n");
    report(state, "enc-no-final-newline", span, "last line has no line end", fix);
  }
}

/** The fix that ends every line in LF; none where there are so many that the file is better converted as a whole. */
function endInLineFeeds(octets: Uint8Array): Fix | undefined {
  const edits = [];
  let start = byteOrderMarkLength(octets);
  for (let line = 1, end = octets.indexOf(0x0a); end >= 0; line++, end = octets.indexOf(0x0a, start)) {
    if (octets[end - 1] === 0x0d && end > start) {
      if (edits.length === LIMITS.linesRepaired) return undefined;
      const column = countCharacters(octets, start, end - 1) + 1;
      edits.push({ line, column, endLine: line, endColumn: column + 1, text: "" });
    }
    start = end + 1;
  }
  return { title: "end the lines in LF", edits };
}
