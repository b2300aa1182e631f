import { changedLines, type Hunk } from "./changed-lines.ts";

/** Two contents of a file where they differ: hunks of lines, and what is needed to put a line of the old one back. */
export class FileText {
  readonly hunks: readonly Hunk[];
  /** Whole lines that are the same at the start, and how many they are. */
  readonly #head: Buffer;
  readonly #headLines: number;
  readonly #tail: Buffer;
  readonly #middle: readonly string[];

  constructor(before: Uint8Array, after: Uint8Array) {
    const [old, now] = [asBuffer(before), asBuffer(after)];
    const start = startOfLine(now, commonPrefix(old, now));
    const tail = commonTail(old.subarray(start), now.subarray(start));
    this.#head = now.subarray(0, start);
    this.#headLines = countLines(this.#head);
    this.#tail = now.subarray(now.length - tail);
    this.#middle = linesOf(now.subarray(start, now.length - tail));
    this.hunks = changedLines(linesOf(old.subarray(start, old.length - tail)), this.#middle);
  }

  /** The 1-based number of a line of a hunk. */
  lineNumber(at: number): number {
    return this.#headLines + at + 1;
  }

  /** How many lines differ: of what became something else, the more. */
  get lines(): number {
    return this.hunks.reduce((sum, { before, after }) => sum + Math.max(before.length, after.length), 0);
  }

  /** The new content with `count` lines from `at` on (as in a hunk's afterAt) replaced by others. */
  with(at: number, count: number, lines: readonly string[]): Uint8Array {
    const middle = [...this.#middle.slice(0, at), ...lines, ...this.#middle.slice(at + count)];
    const open = this.#tail.length === 0 ? middle.length - 1 : -1;
    const text = middle.map((line, index) => (index === open || line.endsWith("\n") ? line : `${line}\n`));
    return Buffer.concat([this.#head, Buffer.from(text.join(""), "latin1"), this.#tail]);
  }
}

/** Lines with their ends, octet for octet. */
function linesOf(octets: Buffer): string[] {
  return octets.toString("latin1").match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function asBuffer(octets: Uint8Array): Buffer {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
}

const BLOCK = 65_536;

function commonPrefix(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + BLOCK <= most && a.compare(b, at, at + BLOCK, at, at + BLOCK) === 0) at += BLOCK;
  while (at < most && a[at] === b[at]) at += 1;
  return at;
}

/** Octets at the end that are the same and begin with a line. */
function commonTail(a: Buffer, b: Buffer): number {
  const most = Math.min(a.length, b.length);
  let size = 0;
  while (
    size + BLOCK <= most &&
    a.compare(b, b.length - size - BLOCK, b.length - size, a.length - size - BLOCK, a.length - size) === 0
  )
    size += BLOCK;
  while (size < most && a[a.length - size - 1] === b[b.length - size - 1]) size += 1;
  const from = b.length - size;
  if (size === b.length && size === a.length) return size;
  const next = b.indexOf(0x0a, from);
  return next < 0 ? 0 : b.length - next - 1;
}

function startOfLine(octets: Buffer, at: number): number {
  return at === 0 ? 0 : octets.lastIndexOf(0x0a, at - 1) + 1;
}

function countLines(octets: Buffer): number {
  let lines = 0;
  for (let at = octets.indexOf(0x0a); at >= 0; at = octets.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}
