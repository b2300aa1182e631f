import { labelsOf, type Name, nameKey } from "../../dns/index.ts";

const label = /^[a-z0-9_*-]{1,63}$/i;

/** What is wrong with a pattern of names, in words, or undefined. */
export function namePatternProblem(pattern: string): string | undefined {
  if (pattern === "@" || pattern === ".") return undefined;
  if (pattern.length > 253) return "a name has at most 253 characters";
  const labels = pattern.replace(/\.$/, "").split(".");
  return labels.every((text) => label.test(text))
    ? undefined
    : `"${pattern}" is not a name of letters, digits, hyphens, underscores, "*" and dots`;
}

/**
 * Whether a name of a zone matches: "@" is the apex, a name without final dot is completed with it, and "*" within a
 * label stands for any characters of that label. Takes time linear in the name for each "*".
 */
export function namePattern(pattern: string): (name: Name, apex: Name) => boolean {
  const absolute = pattern.endsWith(".");
  const labels = pattern === "@" ? [] : labelsOf(nameKey((absolute ? pattern : `${pattern}.`) as Name));
  return (name, apex) => {
    const wanted = absolute ? labels : [...labels, ...labelsOf(nameKey(apex))];
    const found = labelsOf(nameKey(name));
    return wanted.length === found.length && wanted.every((text, at) => matchLabel(text, found[at]!));
  };
}

/** The parts between the stars, each found as early as it can be, the first at the start and the last at the end. */
function matchLabel(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return first === text;
  const last = rest.pop()!;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
