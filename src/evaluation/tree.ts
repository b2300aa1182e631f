import { fileSpan } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";
import type { TreeFacts, TreeFile } from "./facts.ts";

/** Largest file that is read, and the most of a tree's files together, in octets: a zone of a million records fits. */
const MOST_OF_FILE = 64 * 1024 * 1024;
const MOST_OF_TREE = 512 * 1024 * 1024;

/** Rule id of a file that may not be used, whatever is in it. */
export const FILE_REFUSED = "file-refused";

/**
 * A git tree read by path. Links and submodules are never followed, and paths that mean something else to some
 * system are never read. Keeps account of what was read, what is still to be fetched, and what was refused.
 */
export class Tree {
  readonly #facts: TreeFacts;
  readonly #files: ReadonlyMap<string, TreeFile>;
  readonly #read = new Map<string, TreeFile>();
  readonly #wanted = new Map<string, TreeFile>();
  readonly #refused = new Map<string, string>();
  readonly #counted = new Set<string>();
  #octets = 0;

  constructor(facts: TreeFacts) {
    this.#facts = facts;
    this.#files = new Map(facts.files.map((file) => [file.path, file]));
  }

  /** Every path, refused ones too. */
  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Files whose content was used, by path. */
  get used(): readonly TreeFile[] {
    return [...this.#read.values()];
  }

  /** Files that were asked for and whose blobs are not at hand. */
  get wanted(): readonly TreeFile[] {
    return [...this.#wanted.values()];
  }

  /** What a path is: its object id and mode in one text; undefined where there is nothing. */
  identity(path: string): string | undefined {
    const file = this.#files.get(path);
    return file && `${file.mode} ${file.oid}`;
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** As listed, with the size where that or the content is known. */
  file(path: string): TreeFile | undefined {
    const file = this.#files.get(path);
    const size = file?.size ?? (file && this.#facts.blobs.get(file.oid)?.length);
    return file && { ...file, ...(size !== undefined && { size }) };
  }

  /** A file's content; undefined where there is none, it may not be read, or it was not fetched. */
  read(path: string): Uint8Array | undefined {
    const file = this.#files.get(path);
    if (!file) return undefined;
    const refusal = refusalOf(file) ?? this.#tooLarge(file) ?? this.#facts.unreadable?.get(file.oid);
    if (refusal !== undefined) {
      this.#refused.set(path, refusal);
      return undefined;
    }
    const octets = this.#facts.blobs.get(file.oid);
    if (octets) this.#read.set(path, file);
    else this.#wanted.set(path, file);
    return octets;
  }

  /** Judged by the size that is listed, so that nothing is fetched only to be refused. */
  #tooLarge({ path, oid, size }: TreeFile): string | undefined {
    const octets = size ?? this.#facts.blobs.get(oid)?.length ?? 0;
    if (octets > MOST_OF_FILE) return `is larger than ${MOST_OF_FILE / 1024 / 1024} MiB`;
    if (this.#counted.has(path)) return undefined;
    if (this.#octets + octets > MOST_OF_TREE)
      return `is one too many: all files together are larger than ${MOST_OF_TREE / 1024 / 1024} MiB`;
    this.#counted.add(path);
    this.#octets += octets;
    return undefined;
  }

  /** One error for each file that was asked for and could not be given. */
  problems(): Diagnostic[] {
    const reasons = new Map([
      ...this.#refused,
      ...this.wanted.map(({ path }) => [path, "was not fetched"] as const),
    ]);
    return [...reasons].map(([path, reason]) => refused(path, `this file ${reason}: nothing of it is read`));
  }
}

/** An error about a file as a whole. */
export function refused(file: string, message: string): Diagnostic {
  return { ...fileSpan(file), rule: FILE_REFUSED, severity: "error", message };
}

function refusalOf({ path, mode }: TreeFile): string | undefined {
  if (mode === "120000") return "is a symbolic link";
  if (mode === "160000") return "is a submodule";
  if (!mode.startsWith("100")) return `has the mode ${mode} of no plain file`;
  if (/[\0\\]/.test(path)) return "has a backslash or NUL in its path";
  const odd = path.split("/").some((part) => part === "" || part === "." || part === "..");
  return odd ? "has a path that does not stay inside the repository" : undefined;
}
