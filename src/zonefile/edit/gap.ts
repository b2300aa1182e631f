const TAB = 8;

/** The column after a text that starts in column 0, tabs counted to every eighth. */
export function columnAfter(text: string): number {
  let column = 0;
  for (const character of text) column += character === "\t" ? TAB - (column % TAB) : 1;
  return column;
}

/** What has to follow `line` so that what comes then starts in `column`: one tab or space where that is passed. */
export function gapTo(line: string, column: number, tabs: boolean): string {
  const at = columnAfter(line);
  if (at >= column) return tabs ? "\t" : " ";
  if (!tabs) return " ".repeat(column - at);
  const stops = Math.ceil(column / TAB) - Math.floor(at / TAB);
  return column % TAB === 0 ? "\t".repeat(stops) : " ".repeat(column - at);
}

/** The column in which a field of this length stands if there is to be a blank between it and what stands in `next`. */
export function columnBefore(next: number, length: number, tabs: boolean): number {
  const last = next - length - 1;
  return tabs ? Math.floor(last / TAB) * TAB : last;
}
