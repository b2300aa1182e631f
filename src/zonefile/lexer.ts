import { LIMITS } from "./limits.ts";
import * as octet from "./octets.ts";
import { octetClass } from "./octets.ts";
import type { ParserRule } from "./rules.ts";

/** What a token's octets hold, so that the common plain token needs no second look. */
export const QUOTED = 1;
export const ESCAPED = 2;
export const NON_ASCII = 4;

/** Something wrong with the text itself, before any meaning: offsets in octets, `end` exclusive. */
export interface LexicalProblem {
  readonly rule: ParserRule;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/**
 * Splits a master file (RFC 1035 §5.1) into entries: one record or directive each, which is a line, or several
 * where parentheses join them. `next` reads one entry into the public fields, which are reused for the next.
 * Tokens are octet ranges of the file; no text is made here.
 */
export class Lexer {
  octets: Uint8Array;
  /** Where the entry's first line begins, and that line's number. */
  entryOffset = 0;
  entryLine = 1;
  /** The entry begins with white space, so it has no owner of its own. */
  indented = false;
  count = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  flags = new Uint8Array(64);
  /** Some token of the entry has an octet above 127. */
  hasNonAscii = false;
  /** The entry cannot be understood: an error is in `problems`. */
  broken = false;
  problems: LexicalProblem[] = [];
  /** Offset of a ";" that touches the unquoted token before it, or -1: in TXT data that is rarely meant. */
  touchingSemicolon = -1;
  /** Offset of the line feed of the first CRLF in the file so far, or -1. */
  firstCrlf = -1;
  /** Offset of a parenthesis that stands before the owner, or -1. */
  leadingParenthesis = -1;

  /** Where the next entry is read from, and the line that is; `PlainLines` moves them on. */
  position: number;
  line: number;
  /** How often reading started again after a parenthesis that is not closed. */
  recoveries = 0;
  /** Up to where octets were looked at to read what was read so far, one more than there are for the end of the file. */
  reach = 0;

  constructor(octets: Uint8Array, offset = octet.byteOrderMarkLength(octets), line = 1) {
    this.octets = octets;
    this.position = offset;
    this.line = line;
  }

  /** Goes on with other octets, from their start and line 1. */
  restart(octets: Uint8Array): void {
    this.octets = octets;
    this.position = 0;
    this.line = 1;
    this.recoveries = 0;
  }

  /** Reads the next entry that has a token or a problem. False at the end of the file. */
  next(): boolean {
    while (this.position < this.octets.length) {
      if (this.octets[this.position] === 0x0a) {
        this.position++;
        this.line++;
        continue;
      }
      this.readEntry();
      if (this.count > 0 || this.problems.length > 0) return true;
    }
    return false;
  }

  private readEntry(): void {
    const octets = this.octets;
    const length = octets.length;
    let position = this.position;
    let depth = 0;
    let outermost = -1;
    this.entryOffset = position;
    this.entryLine = this.line;
    this.indented = octetClass[octets[position]!] === octet.SPACE;
    this.count = 0;
    this.broken = false;
    this.hasNonAscii = false;
    this.touchingSemicolon = -1;
    this.leadingParenthesis = -1;
    if (this.problems.length > 0) this.problems = [];
    if (octet.isMergeMark(octets, position)) position = this.skipMark(position);

    while (position < length) {
      switch (octetClass[octets[position]!]) {
        case octet.SPACE:
          position++;
          break;
        case octet.LINE_FEED:
          position++;
          this.line++;
          if (depth === 0) {
            this.position = position;
            return;
          }
          if (position - this.entryOffset > LIMITS.entryOctets) {
            this.recover(outermost, position);
            return;
          }
          if (octet.isMergeMark(octets, position)) position = this.skipMark(position);
          break;
        case octet.CARRIAGE_RETURN:
          this.readCarriageReturn(position++);
          break;
        case octet.SEMICOLON:
          position = this.skipComment(position);
          break;
        case octet.OPEN:
          if (depth === 0) outermost = position;
          else if (depth === 1) this.tellNested(position);
          if (this.count === 0 && !this.indented) this.leadingParenthesis = position;
          depth++;
          position++;
          break;
        case octet.CLOSE:
          if (depth > 0) depth--;
          else this.fail("syn-unbalanced-paren", position, position + 1, UNOPENED);
          position++;
          break;
        case octet.QUOTE:
          position = this.readQuoted(position);
          break;
        default:
          position = this.readUnquoted(position);
      }
    }
    this.reach = length + 1;
    if (depth > 0) this.recover(outermost, length);
    else this.position = length;
  }

  /** Reads a token without quotes that starts at `start`; returns where it ends. */
  private readUnquoted(start: number): number {
    const octets = this.octets;
    const length = octets.length;
    let position = start;
    let flags = 0;
    for (;;) {
      while (position < length && octetClass[octets[position]!] === octet.ORDINARY) position++;
      if (position >= length) break;
      const kind = octetClass[octets[position]!];
      if (kind === octet.BACKSLASH) {
        flags |= ESCAPED;
        position = this.readEscape(position);
      } else if (kind === octet.HIGH) {
        flags |= NON_ASCII;
        position++;
      } else if (kind === octet.CONTROL) {
        this.tellControl(position++);
      } else break;
    }
    this.push(start, position, flags);
    return position;
  }

  /** Reads a quoted string whose opening quote is at `quote`; returns the offset after its closing quote. */
  private readQuoted(quote: number): number {
    const octets = this.octets;
    const length = octets.length;
    let position = quote + 1;
    let flags = QUOTED;
    while (position < length) {
      const value = octets[position]!;
      if (value === 0x22) {
        this.push(quote + 1, position, flags);
        return position + 1;
      }
      if (value === 0x0a) break;
      if (value === 0x5c) {
        flags |= ESCAPED;
        position = this.readEscape(position);
        continue;
      }
      if (value >= 0x80) flags |= NON_ASCII;
      else if (value === 0) this.tellControl(position);
      else if (value === 0x0d && octets[position + 1] !== 0x0a) this.readCarriageReturn(position);
      position++;
    }
    return this.readUnterminated(quote, position);
  }

  /**
   * A quote open at the end of its line. If the line after it closes one more quote than it opens, the author
   * broke a string over two lines; otherwise the closing quote is missing and the next line is a record.
   */
  private readUnterminated(quote: number, lineFeed: number): number {
    const octets = this.octets;
    let position = lineFeed + 1;
    let quotes = 0;
    for (; position < octets.length && octets[position] !== 0x0a; position++) {
      if (octets[position] === 0x5c) position++;
      else if (octets[position] === 0x22) quotes++;
    }
    this.reach = Math.max(this.reach, position + 1);
    if (quotes % 2 === 0) {
      const end = lineFeed > quote + 1 && octets[lineFeed - 1] === 0x0d ? lineFeed - 1 : lineFeed;
      this.fail("syn-unterminated-quote", quote, end, UNTERMINATED);
      return lineFeed;
    }
    this.fail("syn-newline-in-quote", quote, octets.indexOf(0x22, lineFeed) + 1, NEWLINE_IN_QUOTE);
    this.line++;
    return position;
  }

  /** Checks the escape that starts at `backslash`; returns the offset after it (before a line feed). */
  private readEscape(backslash: number): number {
    const octets = this.octets;
    const first = octets[backslash + 1];
    if (first === undefined || first === 0x0a || (first === 0x0d && octets[backslash + 2] === 0x0a)) {
      this.fail("syn-bad-escape", backslash, backslash + 1, ESCAPED_LINE_END);
      return backslash + 1;
    }
    if (!octet.isDigit(first)) {
      if (octetClass[first] === octet.CONTROL) this.tellControl(backslash + 1);
      return backslash + 2;
    }
    const second = octets[backslash + 2];
    const third = octets[backslash + 3];
    if (!octet.isDigit(second) || !octet.isDigit(third)) {
      const end = octet.isDigit(second) ? backslash + 3 : backslash + 2;
      this.fail("syn-bad-escape", backslash, end, SHORT_ESCAPE);
      return end;
    }
    if ((first - 0x30) * 100 + (second! - 0x30) * 10 + (third! - 0x30) > 255) {
      this.fail("syn-bad-escape", backslash, backslash + 4, LARGE_ESCAPE);
    }
    return backslash + 4;
  }

  /** Tells of the mark of a merge that stands at `start`; returns where its line ends. */
  private skipMark(start: number): number {
    const lineFeed = this.octets.indexOf(0x0a, start);
    let end = lineFeed < 0 ? this.octets.length : lineFeed;
    if (this.octets[end - 1] === 0x0d) end--;
    this.fail("rr-merge-conflict-marker", start, end, MERGE_MARK);
    return end;
  }

  private skipComment(semicolon: number): number {
    const octets = this.octets;
    const length = octets.length;
    const last = this.count - 1;
    if (last >= 0 && this.ends[last] === semicolon && this.touchingSemicolon < 0) {
      if ((this.flags[last]! & QUOTED) === 0) this.touchingSemicolon = semicolon;
    }
    let position = semicolon + 1;
    for (; position < length; position++) {
      const value = octets[position]!;
      if (value > 0x0d) continue;
      if (value === 0x0a) break;
      if (value === 0x0d) this.readCarriageReturn(position);
    }
    return position;
  }

  private push(start: number, end: number, flags: number): void {
    const index = this.count;
    if (index >= LIMITS.tokens) {
      if (!this.broken) this.fail("rdata-too-long", start, end, TOO_MANY_TOKENS);
      return;
    }
    if (end - start > LIMITS.tokenOctets) this.fail("rdata-too-long", start, start + 1, TOKEN_TOO_LONG);
    if (index === this.starts.length) this.grow();
    if (flags & NON_ASCII) this.hasNonAscii = true;
    this.starts[index] = start;
    this.ends[index] = end;
    this.flags[index] = flags;
    this.count = index + 1;
    if (index > 0) this.tellAdjacent(index);
  }

  private grow(): void {
    const size = this.starts.length * 2;
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    const flags = new Uint8Array(size);
    starts.set(this.starts);
    ends.set(this.ends);
    flags.set(this.flags);
    this.starts = starts;
    this.ends = ends;
    this.flags = flags;
  }

  /** Two strings without white space between them: tools differ on whether that is one string or two. */
  private tellAdjacent(index: number): void {
    const previousQuoted = this.flags[index - 1]! & QUOTED;
    const quoted = this.flags[index]! & QUOTED;
    if ((previousQuoted | quoted) === 0) return;
    const start = this.starts[index]! - quoted;
    if (start !== this.ends[index - 1]! + previousQuoted) return;
    if (this.problems.some((problem) => problem.rule === "syn-adjacent-quote")) return;
    this.problems.push({ rule: "syn-adjacent-quote", start, end: start + 1, message: ADJACENT });
  }

  private readCarriageReturn(position: number): void {
    if (this.octets[position + 1] === 0x0a) {
      if (this.firstCrlf < 0) this.firstCrlf = position;
    } else this.fail("enc-bare-cr", position, position + 1, BARE_CR);
  }

  private tellControl(position: number): void {
    const value = this.octets[position]!;
    const shown = `\\${String(value).padStart(3, "0")}`;
    const rule = value === 0 ? "enc-nul" : "enc-invisible-char";
    const message = `control character in the file: delete it, or write ${shown} if it is meant as data`;
    this.fail(rule, position, position + 1, message);
  }

  private tellNested(position: number): void {
    if (this.problems.some((problem) => problem.rule === "syn-nested-paren")) return;
    this.problems.push({ rule: "syn-nested-paren", start: position, end: position + 1, message: NESTED });
  }

  private fail(rule: ParserRule, start: number, end: number, message: string): void {
    this.broken = true;
    const last = this.problems[this.problems.length - 1];
    if (this.problems.length < LIMITS.problemsOfEntry && last?.start !== start) {
      this.problems.push({ rule, start, end, message });
    }
  }

  /**
   * The file, or what one record may take of it, ended inside parentheses. Reading goes on at the first line after
   * the opening one that starts in column 1 with a token, as continuation lines seldom do, so that one lost ")" does
   * not hide what follows. `seen` is up to where the record was read.
   */
  private recover(open: number, seen: number): void {
    this.count = this.tokensBefore(this.octets.indexOf(0x0a, open));
    this.problems = this.problems.filter((problem) => problem.start < open);
    this.broken = false;
    this.fail("syn-unbalanced-paren", open, open + 1, UNCLOSED);
    this.position = this.octets.length;
    if (++this.recoveries > LIMITS.recoveries) return;
    let line = this.entryLine;
    for (let at = this.entryOffset; at >= 0 && at < this.octets.length; line++) {
      const lineFeed = this.octets.indexOf(0x0a, at);
      if (lineFeed < 0) return;
      at = lineFeed + 1;
      if (lineFeed < open || at >= this.octets.length) continue;
      const kind = octetClass[this.octets[at]!];
      if (kind !== octet.ORDINARY && kind !== octet.BACKSLASH && kind !== octet.HIGH) continue;
      this.position = at;
      this.line = line + 1;
      this.reach = Math.max(this.reach, seen, at + 1);
      return;
    }
  }

  private tokensBefore(end: number): number {
    let count = this.count;
    while (end >= 0 && count > 0 && this.starts[count - 1]! > end) count--;
    return count;
  }
}

const MERGE_MARK =
  "mark of a merge that was not resolved: keep what is meant of the two sides and delete the lines with marks";
const UNOPENED = '")" without a "(" before it';
const UNCLOSED = '"(" is not closed: expected ")" after the data of the record';
const NESTED = '"(" inside parentheses: some servers refuse nested parentheses; leave the inner pair out';
const UNTERMINATED = 'quoted string is not closed: expected a second " on this line';
const NEWLINE_IN_QUOTE = "line break inside a quoted string: close the quote on each line and open it again";
const ESCAPED_LINE_END = 'backslash at the end of a line escapes nothing: delete it, or write "\\\\"';
const SHORT_ESCAPE = "escape has too few digits: expected three, as in \\009";
const LARGE_ESCAPE = "escape is larger than an octet: expected \\000 to \\255";
const ADJACENT = "no white space between two strings: servers differ on whether that is one string or two";
const TOO_MANY_TOKENS = `record has more than ${LIMITS.tokens} fields`;
const TOKEN_TOO_LONG = `field is longer than ${LIMITS.tokenOctets} octets`;
const BARE_CR = "carriage return inside a line: some servers end the line here, others do not";
