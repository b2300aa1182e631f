import type { Position, Span } from "./span.ts";

/** Turns offsets in a text, which count UTF-16 units, into places in the file it is from. Lines end in LF or CRLF. */
export class TextPlaces {
  readonly #file: string;
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** From one offset up to and without another; what lies behind the text's end is at its end. */
  span(from: number, to: number): Span {
    const start = this.#position(from);
    const end = this.#position(Math.max(from, to));
    return {
      file: this.#file,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
  }

  #position(offset: number): Position {
    const at = Math.min(offset, this.#text.length);
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: [...this.#text.slice(this.#starts[low], at)].length + 1 };
  }
}
