import type { Diagnostic } from "../diagnostic/index.ts";
import { type Path, readDocument, type SourceDocument } from "./document.ts";
import type { Entry } from "./template.ts";

/** Cases of one check: the product of the lists it is `for`. */
const MOST_ENTRIES = 10_000;

export interface Lists {
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  readonly diagnostics: readonly Diagnostic[];
  /** Files that lists are read from. */
  readonly data: readonly string[];
}

/**
 * The `lists:` of a file of checks. A list is a map (its keys, and what it says of each), a sequence of texts, or
 * `from:` a YAML or JSON file of the repository which is one of these.
 */
export function readLists(
  document: SourceDocument,
  lists: Readonly<Record<string, unknown>>,
  read: (path: string) => Uint8Array | undefined,
): Lists {
  const entries = new Map<string, readonly Entry[]>();
  const diagnostics: Diagnostic[] = [];
  const data: string[] = [];
  const report = (source: SourceDocument, path: Path, message: string) => {
    diagnostics.push({ ...source.spanOf(path), rule: "check-file", severity: "error", message });
  };
  for (const [name, list] of Object.entries(lists)) {
    const source = fileOf(list);
    if (source === undefined) {
      const found = entriesOf(list);
      if (typeof found === "string") report(document, ["lists", name], `list "${name}" ${found}`);
      entries.set(name, typeof found === "string" ? [] : found);
      continue;
    }
    entries.set(name, []);
    data.push(source);
    const octets = read(source);
    if (!octets) {
      report(document, ["lists", name, "from"], `there is no file "${source}" in the repository`);
      continue;
    }
    const other = readDocument(source, octets, "check-file");
    diagnostics.push(...other.diagnostics);
    if (!other.document) continue;
    const found = entriesOf(other.document.value);
    if (typeof found === "string") report(other.document, [], `list "${name}" ${found}`);
    else entries.set(name, found);
  }
  return { entries, diagnostics, data };
}

/** The path in `{from: path}`. */
function fileOf(list: unknown): string | undefined {
  if (list === null || typeof list !== "object" || Array.isArray(list)) return undefined;
  const [only, ...others] = Object.entries(list);
  return only?.[0] === "from" && others.length === 0 && typeof only[1] === "string" ? only[1] : undefined;
}

/** The entries, or what is wrong with the list. */
function entriesOf(list: unknown): readonly Entry[] | string {
  if (list === null || typeof list !== "object") return "is neither a map nor a sequence";
  const found: Entry[] = [];
  for (const [key, values] of Object.entries(list)) {
    const entry = Array.isArray(list) ? itemEntry(values) : { key, values };
    if (!entry) return `has an item ${found.length + 1} that is neither a text nor a map with a "name"`;
    found.push(entry);
  }
  if (found.length === 0) return "is empty: a check for it would assert nothing";
  if (found.length > MOST_ENTRIES) return `has ${found.length} entries; at most ${MOST_ENTRIES} are taken`;
  const repeated = repeatedKey(found);
  return repeated === undefined ? found : `has "${repeated}" twice`;
}

function repeatedKey(entries: readonly Entry[]): string | undefined {
  const seen = new Set<string>();
  for (const { key } of entries) {
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return undefined;
}

function itemEntry(item: unknown): Entry | undefined {
  if (typeof item === "string" || typeof item === "number") return { key: String(item), values: {} };
  if (item === null || typeof item !== "object" || !("name" in item)) return undefined;
  return typeof item.name === "string" ? { key: item.name, values: item } : undefined;
}
