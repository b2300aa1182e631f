/** The line of the other text that a line (1-based) is; undefined where that is not certain. */
export type LineShift = (line: number) => number | undefined;

/**
 * Where the lines of one text stand in another one. Lines of the beginning and of the end that both share are certain;
 * whatever lies between the first and the last difference is not.
 */
export function lineShift(from: string, to: string): LineShift {
  if (from === to) return (line) => line;
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const sameAbove = newlines(from, 0, start);
  const sameBelow = newlines(from, from.length - end, from.length);
  const lines = newlines(from, 0, from.length) + 1;
  const moved = newlines(to, 0, to.length) + 1 - lines;
  return (line) => {
    if (line <= sameAbove) return line;
    return line > lines - sameBelow && line <= lines ? line + moved : undefined;
  };
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
