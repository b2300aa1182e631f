import { isAtOrBelow, type Name, nameKey } from "../dns/index.ts";
import { readZoneName } from "./zone-name.ts";

/** Whether a pattern of zone names covers a name: the same name, or for `*.example.org.` any name below example.org. */
export function patternCovers(pattern: string, name: Name): boolean {
  const below = suffixOf(pattern);
  if (below === undefined) return nameKey(pattern as Name) === nameKey(name);
  return nameKey(below) !== nameKey(name) && isAtOrBelow(name, below);
}

/** Whether some name is covered by both patterns. */
export function patternsMeet(a: string, b: string): boolean {
  const [below, other] = [suffixOf(a), suffixOf(b)];
  if (below === undefined) return patternCovers(b, a as Name);
  if (other === undefined) return patternCovers(a, b as Name);
  return isAtOrBelow(below, other) || isAtOrBelow(other, below);
}

/** A pattern in normal form (lower case, final dot), or what is wrong with it, in words. */
export function readPattern(text: string): { pattern: string } | { problem: string } {
  const read = readZoneName(text.startsWith("*.") ? text.slice(2) : text);
  if ("problem" in read) return read;
  return { pattern: text.startsWith("*.") ? `*.${read.name}` : read.name };
}

function suffixOf(pattern: string): Name | undefined {
  return pattern.startsWith("*.") ? (pattern.slice(2) as Name) : undefined;
}
