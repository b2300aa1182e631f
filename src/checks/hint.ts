import { didYouMean } from "../base/index.ts";

/** `; did you mean "min"?` where a known word is close to a mistyped one, else nothing. */
export function hintFor(word: string, known: Iterable<string>): string {
  const meant = didYouMean(word, known);
  return meant === undefined ? "" : `; did you mean "${meant}"?`;
}
