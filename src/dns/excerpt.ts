const longest = 80;

/** Untrusted text for a message: quoted, control and non-ASCII characters escaped, cut where it is long. */
export function excerpt(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  const visible = cut.replace(/[^\x20-\x7e…]/g, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);
  return `"${visible}"`;
}
