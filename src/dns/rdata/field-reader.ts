import { excerpt } from "../excerpt.ts";
import type { Name } from "../name.ts";
import { endOfRdata, RdataError, type RdataField } from "./codec.ts";

/** Hands out the tokens of one record's RDATA in order, and makes the errors that point at them. */
export class FieldReader {
  readonly origin: Name;
  readonly #fields: readonly RdataField[];
  #next = 0;

  constructor(fields: readonly RdataField[], origin: Name) {
    this.#fields = fields;
    this.origin = origin;
  }

  get atEnd(): boolean {
    return this.#next === this.#fields.length;
  }

  /** The next token's text without taking it; "" if there is none or it is quoted. */
  get peek(): string {
    const field = this.#fields[this.#next];
    return field === undefined || field.quoted ? "" : field.text;
  }

  /** Whether the next token touches the one before it, and is quoted. */
  get nextIsJoinedQuote(): boolean {
    const field = this.#fields[this.#next];
    return field?.joined === true && field.quoted;
  }

  /** Whether the next token touches the one before it. */
  get nextIsJoined(): boolean {
    return this.#fields[this.#next]?.joined === true;
  }

  /** Index of the token that is handed out next. */
  get position(): number {
    return this.#next;
  }

  /** The next token, quoted or not. `expected` names it, should it be missing. */
  any(expected: string): RdataField {
    const field = this.#fields[this.#next];
    if (field === undefined) {
      throw new RdataError(`${expected} is missing`, { field: this.#next, expected });
    }
    this.#next++;
    return field;
  }

  /** The next token's text; a quoted one is refused, since only strings may be quoted. */
  word(expected: string): string {
    const field = this.any(expected);
    if (field.quoted) throw this.error(`${excerpt(field.text)} must not be quoted`, expected);
    return field.text;
  }

  /** An error at the token handed out last. */
  error(message: string, expected: string): RdataError {
    return new RdataError(message, { field: this.#next - 1, expected });
  }

  /** @throws RdataError at the first token left over. */
  finish(): void {
    if (this.atEnd) return;
    const extra = this.#fields[this.#next]!;
    throw new RdataError(`${excerpt(extra.text)} is too much: ${endOfRdata} was expected`, {
      field: this.#next,
      expected: endOfRdata,
    });
  }
}
