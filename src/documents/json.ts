import { type DataNode, type Entry, type Fault, listNode, mapNode, type Range, scalarNode } from "./node.ts";

/** Levels of maps and lists that are read; more are a file made to break its readers. */
export const MOST_LEVELS = 100;

/** Reads a JSON text (RFC 8259, where a key is written once). `node` is undefined exactly when there is a fault. */
export function readJson(text: string): { readonly node?: DataNode; readonly fault?: Fault } {
  try {
    return { node: new JsonReader(text).document() };
  } catch (error) {
    if (error instanceof JsonFault) return { fault: error.fault };
    throw error;
  }
}

/** Ends the reading: what follows a fault in JSON is only its echo. */
class JsonFault extends Error {
  readonly fault: Fault;

  constructor({ from, to }: Range, message: string) {
    super(message);
    this.fault = { from, to, severity: "error", message };
  }
}

const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

class JsonReader {
  readonly #text: string;
  #at = 0;
  #level = 0;

  constructor(text: string) {
    this.#text = text;
    if (text.startsWith("\ufeff")) this.#at = 1;
  }

  document(): DataNode {
    const node = this.#value();
    this.#skipSpace();
    if (this.#at < this.#text.length) throw this.#unexpected("the end of the file");
    return node;
  }

  #value(): DataNode {
    this.#skipSpace();
    const next = this.#text[this.#at];
    if (next === "{") return this.#nested(() => this.#map());
    if (next === "[") return this.#nested(() => this.#list());
    if (next === '"') return this.#string();
    return this.#word();
  }

  #nested(read: () => DataNode): DataNode {
    if (this.#level === MOST_LEVELS)
      throw this.#fault(`this is nested deeper than ${MOST_LEVELS} levels, which are not read`);
    this.#level += 1;
    const node = read();
    this.#level -= 1;
    return node;
  }

  #map(): DataNode {
    const from = this.#at;
    const entries = new Map<string, Entry>();
    this.#series("}", () => {
      this.#skipSpace();
      if (this.#text[this.#at] !== '"') throw this.#unexpected('a key in double quotes or "}"');
      const { from: keyFrom, to: keyTo, value } = this.#string();
      const key = value as string;
      const range = { from: keyFrom, to: keyTo };
      if (entries.has(key)) throw new JsonFault(range, "this key is written twice: keep one");
      this.#skipSpace();
      if (this.#text[this.#at] !== ":") throw this.#unexpected('":" after the key');
      this.#at += 1;
      entries.set(key, { key: range, node: this.#value() });
    });
    return mapNode(entries, { from, to: this.#at });
  }

  #list(): DataNode {
    const from = this.#at;
    const items: DataNode[] = [];
    this.#series("]", () => items.push(this.#value()));
    return listNode(items, { from, to: this.#at });
  }

  /** What stands between the bracket at hand and `end`, with commas between. */
  #series(end: "}" | "]", readOne: () => void): void {
    this.#at += 1;
    this.#skipSpace();
    if (this.#text[this.#at] === end) {
      this.#at += 1;
      return;
    }
    for (;;) {
      readOne();
      this.#skipSpace();
      const next = this.#text[this.#at];
      if (next !== "," && next !== end) throw this.#unexpected(`"," or "${end}"`);
      this.#at += 1;
      if (next === end) return;
    }
  }

  #string(): DataNode {
    const from = this.#at;
    let end = from + 1;
    while (end < this.#text.length && this.#text[end] !== '"') end += this.#text[end] === "\\" ? 2 : 1;
    const to = end + 1;
    if (to > this.#text.length)
      throw new JsonFault({ from, to: this.#text.length }, 'this text has no closing "');
    this.#at = to;
    return scalarNode(this.#parsed({ from, to }, "this is no text as JSON has it"), { from, to });
  }

  #word(): DataNode {
    const from = this.#at;
    while (this.#at < this.#text.length && /[\w.+-]/.test(this.#text[this.#at]!)) this.#at += 1;
    const to = this.#at;
    if (to === from) throw this.#unexpected("a value");
    const word = this.#text.slice(from, to);
    if (words.has(word)) return scalarNode(words.get(word), { from, to });
    return scalarNode(this.#parsed({ from, to }, "this is no value: texts stand in double quotes"), {
      from,
      to,
    });
  }

  /** A text or number by the language's own reader, which knows their rules. */
  #parsed({ from, to }: Range, wrong: string): unknown {
    try {
      return JSON.parse(this.#text.slice(from, to));
    } catch {
      throw new JsonFault({ from, to }, wrong);
    }
  }

  #skipSpace(): void {
    while (this.#at < this.#text.length && " \t\r\n".includes(this.#text[this.#at]!)) this.#at += 1;
  }

  #unexpected(wanted: string): JsonFault {
    const found = this.#at < this.#text.length ? "something else" : "the end of the file";
    return this.#fault(
      wanted === "the end of the file"
        ? "expected the end of the file: JSON has one value"
        : `expected ${wanted}, found ${found}`,
    );
  }

  #fault(message: string): JsonFault {
    const from = Math.min(this.#at, this.#text.length);
    return new JsonFault({ from, to: Math.min(from + 1, this.#text.length) }, message);
  }
}
