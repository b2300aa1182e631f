/** One line of a file, octets as the characters of the same number, taken apart where white space stands. */
export interface Line {
  /** Runs without white space outside of quotes; parentheses are words, or parts of the words they touch. */
  readonly words: readonly string[];
  /** Where each word starts in the line. */
  readonly starts: readonly number[];
  /** From its ";", without the white space at its end; "" if there is none. */
  readonly comment: string;
  /** Nothing stands between the last word and the comment. */
  readonly touching: boolean;
  /** The line starts with white space. */
  readonly indented: boolean;
  /** The line as it is, without its end. */
  readonly raw: string;
  /** "\n", "\r\n", or nothing for the last line of some files. */
  readonly end: string;
}

/** Takes one line apart; `text` ends with its line end. The line is of an entry that the lexer had no fault to find with. */
export function readLine(text: string): Line {
  const end = text.endsWith("\r\n") ? "\r\n" : text.endsWith("\n") ? "\n" : "";
  const raw = text.slice(0, text.length - end.length);
  const words: string[] = [];
  const starts: number[] = [];
  let comment = "";
  let touching = false;
  for (let at = 0; at < raw.length; ) {
    if (isBlank(raw[at])) {
      at++;
      continue;
    }
    const start = at;
    at = endOfWord(raw, start);
    if (at > start) {
      words.push(raw.slice(start, at));
      starts.push(start);
    }
    if (raw[at] !== ";") continue;
    comment = withoutBlankEnd(raw.slice(at));
    touching = at > start;
    break;
  }
  return { words, starts, comment, touching, indented: isBlank(raw[0]), raw, end };
}

export function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text[end - 1])) end--;
  return text.slice(0, end);
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function endOfWord(text: string, start: number): number {
  let quoted = false;
  let at = start;
  for (; at < text.length; at++) {
    const character = text[at];
    if (character === "\\") at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (isBlank(character) || character === ";")) break;
  }
  return Math.min(at, text.length);
}
