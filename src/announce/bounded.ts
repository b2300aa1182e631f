/**
 * Text of at most `most` octets of UTF-8, which are never fewer than the characters GitHub counts (it takes 65,536): cut
 * at a line's end, open fences and folded parts closed, and said so. `command` shows the rest.
 */
export function bounded(text: string, most: number, command = "zonewright plan"): string {
  const octets = Buffer.from(text);
  if (octets.length <= most) return text;
  const notice = `\n\n_Cut here: the rest is longer than GitHub takes. \`${command}\` shows all of it._\n`;
  const room = most - Buffer.byteLength(notice) - CLOSING;
  const cut = octets.lastIndexOf(0x0a, room);
  // Without a line's end, at the end of a character.
  const kept = octets
    .subarray(0, cut > 0 ? cut : room)
    .toString()
    .replace(/\ufffd+$/, "");
  const { fence, folds } = openParts(kept);
  return `${kept}${fence ? `\n${fence}` : ""}${"\n\n</details>".repeat(folds)}${notice}`;
}

/** Room for a fence and the ends of folded parts. */
const CLOSING = 1_100;

/** The lines there is room for in `most` octets, and one for the `rest` where there is none for all. */
export function boundedLines(
  lines: readonly string[],
  most: number,
  rest: (count: number) => string,
): string[] {
  const shown: string[] = [];
  let size = 0;
  for (const line of lines) {
    size += Buffer.byteLength(line) + 1;
    if (size > most) return [...shown, rest(lines.length - shown.length)];
    shown.push(line);
  }
  return shown;
}

/** The start of a text of somebody else, before it is made inert. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** A sentence of Markdown with a full stop at its end. */
export function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

function openParts(text: string): { fence: string | undefined; folds: number } {
  let fence: string | undefined;
  let folds = 0;
  for (const line of text.split("\n")) {
    const found = /^ {0,3}(`{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      if (found !== undefined) fence = found;
      else if (line.startsWith("<details>")) folds += 1;
      else if (line === "</details>") folds -= 1;
    } else if (found !== undefined && found.length >= fence.length && line.trim() === found)
      fence = undefined;
  }
  return { fence, folds };
}
