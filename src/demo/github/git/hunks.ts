/** One line of a unified diff, with its number on each side that has it. */
export interface HunkLine {
  readonly kind: "same" | "added" | "removed";
  readonly old: number | undefined;
  readonly new: number | undefined;
  readonly text: string;
  /** The `@@` line it stands under. */
  readonly hunk: string;
}

/** The lines of a patch that starts with `@@`; "\ No newline at end of file" is left out. */
export function hunkLines(patch: string): HunkLine[] {
  const lines: HunkLine[] = [];
  let hunk = "";
  let oldLine = 0;
  let newLine = 0;
  for (const line of patch.split("\n")) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header) {
      hunk = line;
      oldLine = Number(header[1]);
      newLine = Number(header[2]);
      continue;
    }
    const text = line.slice(1);
    if (line.startsWith("+")) lines.push({ kind: "added", old: undefined, new: newLine++, text, hunk });
    else if (line.startsWith("-"))
      lines.push({ kind: "removed", old: oldLine++, new: undefined, text, hunk });
    else if (line.startsWith(" ")) lines.push({ kind: "same", old: oldLine++, new: newLine++, text, hunk });
  }
  return lines;
}
