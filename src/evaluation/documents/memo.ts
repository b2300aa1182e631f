import type { Span } from "../../base/index.ts";
import type { Diagnostic } from "../../diagnostic/index.ts";
import {
  type LoadedSchema,
  type ParsedDocument,
  type ReadDocuments,
  readDocuments,
  type Schema,
  SchemaLoader,
} from "../../documents/index.ts";
import type { Tree } from "../tree.ts";

/** Octets of the files whose content is kept: as values they take several times as much. */
const MOST_OCTETS = 32 * 1024 * 1024;
/** Schemas that are kept, of whatever version. */
const MOST_SCHEMAS = 100;

interface KeptFile {
  readonly read: ReadDocuments;
  readonly octets: number;
}

interface KeptSchema {
  readonly loaded: LoadedSchema;
  readonly inputs: readonly { readonly path: string; readonly identity: string | undefined }[];
}

/**
 * Documents and schemas read before, found again by path and object id, and what schemas found in documents. Memory for
 * speed only. The least recently used go first.
 */
export class DocumentMemo {
  readonly #loader = new SchemaLoader();
  readonly #files = new Map<string, KeptFile>();
  readonly #schemas = new Map<string, KeptSchema>();
  readonly #judged = new WeakMap<Schema, Map<string, readonly Diagnostic[]>>();
  #octets = 0;

  /** The documents of a file; none where it cannot be had, which the tree tells. */
  read(tree: Tree, file: string): ReadDocuments {
    const octets = tree.read(file);
    if (!octets) return { documents: [], diagnostics: [] };
    const key = keyOf(tree, file);
    const known = this.#files.get(key);
    const kept = known ?? { read: readDocuments(file, octets), octets: octets.length };
    this.#files.delete(key);
    this.#files.set(key, kept);
    if (!known) this.#octets += kept.octets;
    for (const [oldest, { octets: freed }] of this.#files) {
      if (this.#octets <= MOST_OCTETS) break;
      this.#files.delete(oldest);
      this.#octets -= freed;
    }
    return kept.read;
  }

  /** A schema of a tree; `from` is the place that names it. */
  schema(tree: Tree, file: string, from: Span): LoadedSchema {
    const key = keyOf(tree, file);
    const known = this.#schemas.get(key);
    if (known?.inputs.every(({ path, identity }) => tree.identity(path) === identity)) {
      for (const { path } of known.inputs) tree.read(path);
      return known.loaded;
    }
    let isWhole = true;
    const read = (path: string) => {
      const octets = tree.read(path);
      if (!octets) isWhole = false;
      return octets;
    };
    const loaded = this.#loader.load(file, read, from);
    this.#schemas.delete(key);
    if (isWhole) {
      const inputs = loaded.files.map((path) => ({ path, identity: tree.identity(path) }));
      this.#schemas.set(key, { loaded, inputs });
    }
    const [oldest] = this.#schemas.keys();
    if (this.#schemas.size > MOST_SCHEMAS && oldest !== undefined) this.#schemas.delete(oldest);
    return loaded;
  }

  /** What a schema finds in the documents of a file. */
  judge(tree: Tree, file: string, schema: Schema): readonly Diagnostic[] {
    const judged = this.#judged.get(schema) ?? new Map<string, readonly Diagnostic[]>();
    this.#judged.set(schema, judged);
    const key = keyOf(tree, file);
    const known = judged.get(key);
    if (known && tree.read(file)) return known;
    const found = this.read(tree, file).documents.flatMap((document: ParsedDocument) =>
      schema.judge(document),
    );
    if (tree.read(file)) judged.set(key, found);
    return found;
  }
}

function keyOf(tree: Tree, file: string): string {
  return `${file}\0${tree.identity(file)}`;
}
