/** "1 record", "2 records", "12,000 records". */
export function quantity(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}

/** The first few, and how many there are besides: "a, b and 7 more". Only those that are told are worded. */
export function firstFew<T>(items: readonly T[], most: number, word: (item: T) => string): string {
  const told = items.slice(0, most).map(word);
  if (items.length <= most) return joinWithAnd(told);
  return `${told.join(", ")} and ${(items.length - most).toLocaleString("en-GB")} more`;
}

function joinWithAnd(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
