import { quantity } from "../words.ts";

/** The start of a long text, and how much more there is. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most;
  return `${text.slice(0, end)}… (${quantity(text.length - end, "more character")})`;
}
