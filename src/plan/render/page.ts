import { codeBlock, showInvisible } from "../../base/index.ts";

/** Characters shown of one record's data, which can have 200,000, or of a path. */
export const RECORD = 1_000;

/** What a fence around a record may take: the longest there can be, twice. */
const FENCES = 2 * (RECORD + 20);

export interface ListForm {
  readonly mark?: string;
  readonly before?: string;
  readonly after?: string;
}

/** Markdown of a bounded size, in octets of UTF-8: never less than the characters that GitHub counts. */
export class Page {
  readonly #parts: string[] = [];
  #left: number;

  constructor(limit: number) {
    this.#left = limit;
  }

  /** False, and nothing is added, where there is no room for it. */
  add(part: string): boolean {
    const size = sizeOf(part);
    if (size > this.#left) return false;
    this.#parts.push(part);
    this.#left -= size;
    return true;
  }

  /** As many lines of a diff as there is room for, in a fence; how many that were. No text in them is over RECORD. */
  addDiff(lines: readonly string[]): number {
    const shown: string[] = [];
    let size = FENCES;
    for (const line of lines) {
      const short = showInvisible(line).replace(/[\r\n\t]/g, " ");
      size += Buffer.byteLength(short) + 1;
      if (size > this.#left) break;
      shown.push(short);
    }
    if (shown.length > 0) this.add(codeBlock(shown.join("\n"), "diff"));
    return shown.length;
  }

  /** As many items as there is room for within `most` octets, each after `mark`, between `before` and `after`. */
  addList(
    items: readonly string[],
    most: number,
    { mark = "- ", before = "", after = "" }: ListForm = {},
  ): void {
    const room = Math.min(most, this.#left) - sizeOf(before) - sizeOf(after) - MORE;
    const shown: string[] = [];
    let size = 0;
    for (const item of items) {
      size += Buffer.byteLength(item) + mark.length + 1;
      if (size > room) break;
      shown.push(mark + item);
    }
    if (shown.length === 0) return;
    const rest = items.length - shown.length;
    if (rest > 0) shown.push(`${mark}and ${rest.toLocaleString("en-GB")} more like these`);
    this.add(`${before}${shown.join("\n")}${after}`);
  }

  text(): string {
    return this.#parts.join("\n\n");
  }
}

/** Octets kept for "and 1,000 more like these". */
const MORE = 50;

/** With the empty line after it. */
function sizeOf(part: string): number {
  return Buffer.byteLength(part) + 2;
}
