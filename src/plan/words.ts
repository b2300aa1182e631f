/** "1 record", "2 records", "12,000 records". */
export function quantity(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}

/** The first few, and how many there are besides: "a, b and 7 more". */
export function firstFew(items: readonly string[], most: number): string {
  if (items.length <= most) return joinWithAnd(items);
  return `${items.slice(0, most).join(", ")} and ${(items.length - most).toLocaleString("en-GB")} more`;
}

function joinWithAnd(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
