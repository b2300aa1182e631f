import { readTerm, type SpfTerm } from "./term.ts";

/** A term with its place in the joined text of the record. */
export interface PlacedTerm extends SpfTerm {
  readonly start: number;
  readonly end: number;
}

export interface SpfRecord {
  readonly terms: readonly PlacedTerm[];
  /**
   * Places between two strings where a term ends and another begins without a space: the strings are joined as they
   * are, so that the two terms are read as one (RFC 7208 §3.3). `terms` has them as they were meant.
   */
  readonly missingSpaces: readonly number[];
}

/** What every SPF record starts with, in lower case. */
export const spfVersion = "v=spf1";

/**
 * Reads the strings of a TXT record as SPF (RFC 7208 §4.5): undefined for one that does not start with "v=spf1" and a
 * space, or the end. `read` stands in for `readTerm`, for who has read the same terms before.
 */
export function readSpf(
  strings: readonly string[],
  read: (text: string) => SpfTerm = readTerm,
): SpfRecord | undefined {
  const text = strings.join("");
  if (text.slice(0, spfVersion.length).toLowerCase() !== spfVersion) return undefined;
  const missingSpaces = findMissingSpaces(strings, text);
  const after = text[spfVersion.length];
  if (after !== undefined && after !== " " && !missingSpaces.includes(spfVersion.length)) return undefined;
  return { terms: readTerms(text, missingSpaces, read), missingSpaces };
}

function readTerms(text: string, breaks: readonly number[], read: (text: string) => SpfTerm): PlacedTerm[] {
  const terms: PlacedTerm[] = [];
  let next = 0;
  for (let start = spfVersion.length; start < text.length; ) {
    if (text[start] === " ") {
      start += 1;
      continue;
    }
    while (next < breaks.length && breaks[next]! <= start) next += 1;
    const space = text.indexOf(" ", start);
    const end = Math.min(space < 0 ? text.length : space, breaks[next] ?? text.length);
    terms.push({ ...read(text.slice(start, end)), start, end });
    start = end;
  }
  return terms;
}

/** A string that is shorter than this is not the work of a program that cuts text wherever 255 octets are full. */
const leastCut = 128;

function findMissingSpaces(strings: readonly string[], text: string): number[] {
  const found: number[] = [];
  let at = 0;
  for (const [index, string] of strings.slice(0, -1).entries()) {
    at += string.length;
    if (string === "" || at >= text.length || text[at - 1] === " " || text[at] === " ") continue;
    const start = Math.max(text.lastIndexOf(" ", at - 1) + 1, found.at(-1) ?? 0);
    const rest = strings[index + 1]!;
    const space = rest.indexOf(" ");
    const right = space < 0 ? rest : rest.slice(0, space);
    if (isBoundary(text.slice(start, at), right, string.length < leastCut)) found.push(at);
  }
  return found;
}

/** Whether two strings meet where one term ends and the next begins, and not in the middle of a term. */
function isBoundary(left: string, right: string, isShort: boolean): boolean {
  const isTerm = (text: string) => readTerm(text).problem === undefined;
  if (left.toLowerCase() !== spfVersion && !isTerm(left)) return false;
  const { qualifier, name, isModifier, domain, prefix, problem } = readTerm(right);
  if (problem !== undefined || name === "") return false;
  if (isModifier) return name === "redirect" || name === "exp";
  // "…example.c" "a" may be the two parts of a name: only what is longer is certain.
  const isWord = qualifier === "" && domain === "" && prefix === undefined;
  return !isWord || isShort || !isTerm(left + right);
}
