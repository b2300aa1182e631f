/** One `name=value` of a tag list; places are octets of the text it stands in. */
export interface Tag {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly valueStart: number;
}

/** What stands between two semicolons and is no `name=value`. */
export interface Stray {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface TagList {
  readonly tags: readonly Tag[];
  readonly strays: readonly Stray[];
}

/**
 * Reads `v=DMARC1; p=none`: tags between semicolons, white space around names and values aside (RFC 6376 §3.2). Names
 * keep their case.
 */
export function readTagList(text: string): TagList {
  const tags: Tag[] = [];
  const strays: Stray[] = [];
  for (let at = 0; at <= text.length; ) {
    const semicolon = text.indexOf(";", at);
    const stop = semicolon < 0 ? text.length : semicolon;
    const { start, end } = trimmed(text, at, stop);
    if (end > start) readPart(text, start, end, tags, strays);
    at = stop + 1;
  }
  return { tags, strays };
}

function readPart(text: string, start: number, end: number, tags: Tag[], strays: Stray[]): void {
  const equals = text.indexOf("=", start);
  const name = equals < 0 || equals >= end ? undefined : trimmed(text, start, equals);
  if (name === undefined || name.end === name.start) {
    strays.push({ text: text.slice(start, end), start, end });
    return;
  }
  const value = trimmed(text, equals + 1, end);
  tags.push({
    name: text.slice(name.start, name.end),
    value: text.slice(value.start, value.end),
    start,
    end,
    valueStart: value.start,
  });
}

/** The stretch without the white space at its ends. */
function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
