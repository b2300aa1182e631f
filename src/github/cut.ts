const NOTICE = "\n\n… cut here: GitHub takes no more.\n";

/** Room kept for a fence to close. */
const FENCE_ROOM = 64;

/**
 * Text of at most `most` octets of UTF-8, which GitHub's limits are never less than. Longer text is cut at the end of
 * a line where there is one, never inside a character; an open code fence is closed, and the cut is told.
 */
export function cutText(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const room = most - Buffer.byteLength(NOTICE) - FENCE_ROOM;
  const kept = wholeCharacters(text, Math.max(0, room));
  const line = kept.lastIndexOf("\n");
  const lines = line > 0 ? kept.slice(0, line) : kept;
  const fence = openFence(lines);
  return `${lines}${fence === undefined ? "" : `\n${fence}`}${NOTICE}`;
}

/** One line of at most `most` characters (UTF-16 units), ended by "…" where it was longer. */
export function cutLine(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

function wholeCharacters(text: string, octets: number): string {
  const buffer = Buffer.from(text);
  let end = octets;
  while (end > 0 && (buffer[end]! & 0xc0) === 0x80) end -= 1;
  return buffer.toString("utf8", 0, end);
}

/** The code fence still open at the end; one longer than anyone writes is not worth closing. */
function openFence(text: string): string | undefined {
  let open: string | undefined;
  for (const [, marks, rest] of text.matchAll(/^ {0,3}(`{3,}|~{3,})(.*)$/gm)) {
    if (open === undefined) open = marks;
    else if (marks![0] === open[0] && marks!.length >= open.length && rest!.trim() === "") open = undefined;
  }
  return open !== undefined && open.length < FENCE_ROOM ? open : undefined;
}
