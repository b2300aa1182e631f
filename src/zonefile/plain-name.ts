import type { Lexer } from "./lexer.ts";

const DOT = 0x2e;
const AT = 0x40;
const LONGEST_LABEL = 63;
const LONGEST_NAME = 255;

/**
 * Writes the name of token `index` in wire form into `out` at `at`, completed with `origin` (wire form), and returns
 * where it ends. -1 if the token needs a closer look: escapes, octets outside ASCII, "@" in a longer name, or a fault.
 */
export function writePlainName(
  lexer: Lexer,
  index: number,
  origin: Uint8Array,
  out: Uint8Array,
  at: number,
): number {
  if (lexer.flags[index] !== 0) return -1;
  const { octets } = lexer;
  const start = lexer.starts[index]!;
  const end = lexer.ends[index]!;
  if (end - start === 1) {
    if (octets[start] === AT) return append(origin, out, at, at);
    if (octets[start] === DOT) {
      out[at] = 0;
      return at + 1;
    }
  }
  if (end - start >= LONGEST_NAME) return -1;
  let labelAt = at;
  let next = at + 1;
  for (let from = start; from < end; from++) {
    const value = octets[from]!;
    if (value === AT) return -1;
    if (value !== DOT) {
      out[next++] = value;
      continue;
    }
    const length = next - labelAt - 1;
    if (length === 0 || length > LONGEST_LABEL) return -1;
    out[labelAt] = length;
    labelAt = next++;
  }
  const length = next - labelAt - 1;
  if (length > LONGEST_LABEL) return -1;
  out[labelAt] = length;
  if (length === 0) return next;
  return append(origin, out, at, next);
}

function append(origin: Uint8Array, out: Uint8Array, start: number, at: number): number {
  if (at - start + origin.length > LONGEST_NAME) return -1;
  for (let from = 0; from < origin.length; from++) out[at + from] = origin[from]!;
  return at + origin.length;
}

/** Whether the name in `wire`, from `from` and `length` octets long, is `apex` (wire form, lower case) or below it. */
export function isWireAtOrBelow(wire: Uint8Array, from: number, length: number, apex: Uint8Array): boolean {
  const cut = from + length - apex.length;
  let label = from;
  while (label < cut) label += wire[label]! + 1;
  if (label !== cut) return false;
  for (let i = 0; i < apex.length; i++) {
    const value = wire[cut + i]!;
    if ((value >= 0x41 && value <= 0x5a ? value + 0x20 : value) !== apex[i]) return false;
  }
  return true;
}
