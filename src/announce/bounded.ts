/**
 * Text of at most `most` UTF-16 units: cut at a line's end, open fences closed, and said so. GitHub refuses longer
 * bodies (65,536 characters).
 */
export function bounded(text: string, most: number): string {
  if (text.length <= most) return text;
  const notice = "\n\n_Cut here: the rest is longer than GitHub takes. `zonewright plan` shows all of it._\n";
  const room = most - notice.length - 20;
  const cut = text.lastIndexOf("\n", room);
  const kept = text.slice(0, cut > 0 ? cut : room);
  const fence = openFence(kept);
  return `${kept}${fence ? `\n${fence}` : ""}${notice}`;
}

function openFence(text: string): string | undefined {
  let open: string | undefined;
  for (const line of text.split("\n")) {
    const fence = /^ {0,3}(`{3,})/.exec(line)?.[1];
    if (fence === undefined) continue;
    if (open === undefined) open = fence;
    else if (fence.length >= open.length && line.trim() === fence) open = undefined;
  }
  return open;
}
