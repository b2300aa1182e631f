import type { Name } from "./name-type.ts";
import { nameFromWire, nameToWire, wireFromText } from "./name-wire.ts";

export { type Name, NameError } from "./name-type.ts";

/** The root of the DNS. */
export const rootName = "." as Name;

/**
 * The absolute name that `text` stands for: "@" is the origin, a name without final dot is completed with it.
 * Characters above 127 stand for their UTF-8 octets.
 *
 * @throws NameError on an empty label, a label over 63 or a name over 255 octets, a bad escape, or a relative name
 *   without origin.
 */
export function parseName(text: string, origin?: Name): Name {
  const plain = plainName(text);
  if (plain !== undefined) return plain;
  return nameFromWire(wireFromText(text, origin === undefined ? undefined : nameToWire(origin))).name;
}

/** The text itself, where it is an absolute name of plain characters that needs no closer look. */
function plainName(text: string): Name | undefined {
  if (text.length > 254 || !/^(?:[\w*-]{1,63}\.)+$/.test(text)) return undefined;
  return text as Name;
}

/** A name in ASCII lower case: the form for comparing and for keys of maps. */
export function nameKey(name: Name): Name {
  return name.toLowerCase() as Name;
}

/** The labels in presentation form, the leftmost first; the root has none. */
export function labelsOf(name: Name): string[] {
  if (name === ".") return [];
  if (!name.includes("\\")) return name.slice(0, -1).split(".");
  return name.match(/(?:\\.|[^.\\])+/g) ?? [];
}

/** The name without its leftmost label; undefined for the root. */
export function parentOf(name: Name): Name | undefined {
  if (name === ".") return undefined;
  return (name.slice(firstLabelLength(name) + 1) || ".") as Name;
}

/** Whether `name` is `ancestor` or below it, in any case. */
export function isAtOrBelow(name: Name, ancestor: Name): boolean {
  if (ancestor === ".") return true;
  const cut = name.length - ancestor.length;
  if (cut < 0 || nameKey(name.slice(cut) as Name) !== nameKey(ancestor)) return false;
  return cut === 0 || (name[cut - 1] === "." && !isEscaped(name, cut - 1));
}

/** The wildcard directly below a name: `*.example.` for `example.` (RFC 4592 §2.1.1). */
export function wildcardOf(name: Name): Name {
  return (name === "." ? "*." : `*.${name}`) as Name;
}

/** Whether the leftmost label is a single asterisk. */
export function isWildcard(name: Name): boolean {
  return name.startsWith("*.");
}

function firstLabelLength(name: Name): number {
  let at = name.indexOf(".");
  while (isEscaped(name, at)) at = name.indexOf(".", at + 1);
  return at;
}

/** Whether an odd number of backslashes stands before the character at `at`. */
function isEscaped(name: string, at: number): boolean {
  let start = at;
  while (start > 0 && name[start - 1] === "\\") start--;
  return (at - start) % 2 === 1;
}
