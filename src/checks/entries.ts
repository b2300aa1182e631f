import type { Entry } from "./template.ts";

/** Entries of one list. */
export const MOST_ENTRIES = 10_000;

/** What a map, or a sequence of texts or of maps with a `name`, lists; or what is wrong with it, in words. */
export function entriesOf(list: unknown): readonly Entry[] | string {
  if (list === null || typeof list !== "object") return "is neither a map nor a sequence";
  const found: Entry[] = [];
  for (const [key, values] of Object.entries(list)) {
    const entry = Array.isArray(list) ? itemEntry(values) : { key, values };
    if (!entry) return `has an item ${found.length + 1} that is neither a text nor a map with a "name"`;
    found.push(entry);
  }
  return problemOf(found) ?? found;
}

/** What is wrong with a list of these entries. */
export function problemOf(entries: readonly Entry[]): string | undefined {
  if (entries.length === 0) return "is empty: a check for it would assert nothing";
  if (entries.length > MOST_ENTRIES)
    return `has ${entries.length} entries; at most ${MOST_ENTRIES} are taken`;
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key)) return `has "${key}" twice`;
    seen.add(key);
  }
  return undefined;
}

function itemEntry(item: unknown): Entry | undefined {
  if (typeof item === "string" || typeof item === "number") return { key: String(item), values: {} };
  if (item === null || typeof item !== "object" || !("name" in item)) return undefined;
  return typeof item.name === "string" ? { key: item.name, values: item } : undefined;
}
