import type { Name } from "../dns/index.ts";
import type { SourceDocument } from "./document.ts";
import { entriesOf, MOST_ENTRIES, problemOf } from "./entries.ts";
import { hintFor } from "./hint.ts";
import { matchesName } from "./name-pattern.ts";
import type { Source } from "./source.ts";
import { CHECK_FILE, type Surroundings } from "./surroundings.ts";
import { type Entry, nameEntry } from "./template.ts";

/** Named lists by their names; one that could not be read is empty, and has been reported. */
export type Lists = ReadonlyMap<string, readonly Entry[]>;

/**
 * The entries a source gives, or what is wrong with it, in words; what is wrong inside a data file is reported there,
 * and the source is empty then.
 */
export function entriesFrom(
  source: Source,
  lists: Lists,
  around: Surroundings,
  view: string | undefined,
): readonly Entry[] | string {
  switch (source.is) {
    case "entries":
      return entriesOf(source.value);
    case "list":
      return (
        lists.get(source.name) ?? `there is no list "${source.name}"${hintFor(source.name, lists.keys())}`
      );
    case "from":
      return fromFile(source.path, source.pointer, around);
    case "files":
      return fromFiles(source.glob, around);
    case "names":
      return fromNames(source, around, view);
  }
}

function fromFile(path: string, pointer: readonly string[], around: Surroundings): readonly Entry[] | string {
  const file = around.document(path);
  if (!file) return `there is no file "${path}" in the repository`;
  if (!file.document) return [];
  let value = file.document.value;
  for (const [index, step] of pointer.entries()) {
    const inside = value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
    if (!Object.hasOwn(inside, step)) {
      const above = ["", ...pointer.slice(0, index)].join("/");
      return `${path}#${above} has no "${step}"${hintFor(step, Object.keys(inside))}`;
    }
    value = inside[step];
  }
  const found = entriesOf(value);
  if (typeof found !== "string") return found;
  return reported(`the list ${found}`, file.document, pointer, around);
}

/** One entry a file: its name without folders and ending, and what it says. */
function fromFiles(glob: string, around: Surroundings): readonly Entry[] | string {
  const paths = around.find(glob);
  if (typeof paths === "string") return `"${glob}": ${paths}`;
  if (paths.length === 0) return `"${glob}" matches no file: a check for it would assert nothing`;
  if (paths.length > MOST_ENTRIES)
    return `"${glob}" matches ${paths.length} files; at most ${MOST_ENTRIES} are taken`;
  const entries = paths.flatMap((path): Entry[] => {
    const document = around.document(path)?.document;
    if (!document) return [];
    const values = document.value;
    if (values === null || typeof values !== "object" || Array.isArray(values)) {
      reported("the file is no map: a check for it has no values to name", document, [], around);
      return [];
    }
    return [{ key: stemOf(path), values }];
  });
  const problem = entries.length > 0 ? problemOf(entries) : undefined;
  return problem === undefined ? entries : `"${glob}" ${problem}: the names of its files have to differ`;
}

/** One entry a name, for the views that have it. */
function fromNames(
  { patterns, type, except }: Extract<Source, { is: "names" }>,
  around: Surroundings,
  view: string | undefined,
): readonly Entry[] | string {
  const views = new Map<Name, string[]>();
  for (const pattern of patterns) {
    const found = around.names(pattern);
    if (!found) return "names cannot be looked for here: there are no zones";
    const before = views.size;
    let like = 0;
    for (const [place, names] of found) {
      if (view !== undefined && view !== place) continue;
      for (const one of names) {
        if (type !== undefined && !one.types.includes(type)) continue;
        if (except.some((other) => matchesName(other, one.name))) continue;
        like += 1;
        const known = views.get(one.name);
        if (!known) views.set(one.name, [place]);
        else if (!known.includes(place)) known.push(place);
      }
    }
    if (like === 0 && views.size === before)
      return `"${pattern.text}" matches no name: a check for it would assert nothing`;
  }
  if (views.size > MOST_ENTRIES) return `${views.size} names match; at most ${MOST_ENTRIES} are taken`;
  return [...views].map(([name, ofName]) => ({ ...nameEntry(name), views: ofName }));
}

function reported(
  message: string,
  document: SourceDocument,
  path: readonly (string | number)[],
  around: Surroundings,
): readonly Entry[] {
  around.report({ ...document.spanOf(path), rule: CHECK_FILE, severity: "error", message });
  return [];
}

function stemOf(path: string): string {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const dot = file.lastIndexOf(".");
  return dot > 0 ? file.slice(0, dot) : file;
}
