import type { CodePlace } from "./messages.ts";

/** The innermost place in a file that a stack of QuickJS names; undefined where it names none. */
export function placeIn(stack: string, file: string): CodePlace | undefined {
  for (const line of stack.split("\n")) {
    const at = line.lastIndexOf(`${file}:`);
    const numbers = at < 0 ? null : /^(\d{1,7}):(\d{1,7})/.exec(line.slice(at + file.length + 1));
    if (numbers) return { line: Number(numbers[1]), column: Number(numbers[2]) };
  }
  return undefined;
}
