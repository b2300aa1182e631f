import type { Diagnostic } from "../diagnostic/index.ts";
import { readDocument, type SourceDocument } from "./document.ts";
import { matchesName, type NamePattern } from "./name-pattern.ts";
import type { Repository } from "./repository.ts";
import type { OwnedName, Resolver } from "./resolver.ts";

/** Rule id of what is wrong with files of checks and their data, as opposed to what a check finds. */
export const CHECK_FILE = "check-file";

/** What was looked at around a file of checks while it was read: it reads the same while this is the same. */
export interface Looked {
  /** Data files, those that are not there too. */
  readonly files: readonly string[];
  /** Globs, with what they matched. */
  readonly globs: ReadonlyMap<string, string>;
  /** Names that were looked for in zones. */
  readonly names: readonly NamePattern[];
}

/** A data file as it was read, shared by all who refer to it. */
interface DataFile {
  readonly document: SourceDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Data files that were parsed already, by path; undefined where there is none. */
export type DataFiles = Map<string, DataFile | undefined>;

/** The repository around one file of checks; notes what that file refers to. */
export class Surroundings {
  readonly #repository: Repository;
  readonly #documents: DataFiles;
  readonly #files = new Set<string>();
  readonly #globs = new Map<string, string>();
  readonly #names: NamePattern[] = [];
  readonly #diagnostics = new Set<Diagnostic>();

  /** `documents` are those of this repository. */
  constructor(repository: Repository, documents: DataFiles) {
    this.#repository = repository;
    this.#documents = documents;
  }

  /** A data file; undefined where there is none, and without document where it cannot be read, which is reported. */
  document(path: string): DataFile | undefined {
    this.#files.add(path);
    if (!this.#documents.has(path)) {
      const octets = this.#repository.read(path);
      this.#documents.set(path, octets && readDocument(path, octets, CHECK_FILE));
    }
    const file = this.#documents.get(path);
    for (const diagnostic of file?.diagnostics ?? []) this.#diagnostics.add(diagnostic);
    return file;
  }

  /** See Repository.find. */
  find(glob: string): readonly string[] | string {
    const found = findIn(this.#repository, glob);
    this.#globs.set(glob, foundText(found));
    return found;
  }

  /** By view, the names that are like a pattern; undefined where there are no zones to look in. */
  names(pattern: NamePattern): ReadonlyMap<string, readonly OwnedName[]> | undefined {
    this.#names.push(pattern);
    const { zones } = this.#repository;
    const found = (zone: Resolver) =>
      [...(zone.names?.(pattern.top) ?? [])].filter(({ name }) => matchesName(pattern, name));
    return zones && new Map([...zones].map(([view, zone]) => [view, found(zone)]));
  }

  report(diagnostic: Diagnostic): void {
    this.#diagnostics.add(diagnostic);
  }

  /** What is wrong with data files, each told once. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics];
  }

  get looked(): Looked {
    return { files: [...this.#files].sort(), globs: this.#globs, names: this.#names };
  }
}

/** See Repository.find. */
export function findIn(repository: Repository, glob: string): readonly string[] | string {
  return repository.find?.(glob) ?? "files cannot be looked for here";
}

/** What a glob matched, to compare. */
export function foundText(found: readonly string[] | string): string {
  return typeof found === "string" ? found : found.join("\n");
}
