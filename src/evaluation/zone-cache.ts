import { contentHash, type Name, type Zone } from "../dns/index.ts";
import type { ParseResult } from "../zonefile/index.ts";
import type { Tree } from "./tree.ts";

/** Records kept; a repository this large is 1 GB of zones. */
const MOST_RECORDS = 3_000_000;

interface Entry {
  readonly parsed: ParseResult;
  /** Every path the parser asked for, and what stood there (undefined: nothing). */
  readonly inputs: readonly { readonly path: string; readonly identity: string | undefined }[];
}

/**
 * Zones parsed before, found again while every file that went into them is the same. Memory for speed only: an
 * evaluation with an empty cache gives the same result. The least recently used go first.
 */
export class ZoneCache {
  readonly #entries = new Map<string, Entry>();
  readonly #hashes = new WeakMap<Zone, string>();
  readonly #onParsed: (() => void) | undefined;
  #records = 0;

  /** `onParsed` is told of each zone that had to be parsed. */
  constructor(onParsed?: () => void) {
    this.#onParsed = onParsed;
  }

  find(tree: Tree, file: string, origin: Name): ParseResult | undefined {
    const key = keyOf(tree, file, origin);
    const entry = this.#entries.get(key);
    if (!entry?.inputs.every(({ path, identity }) => tree.identity(path) === identity)) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.parsed;
  }

  keep(tree: Tree, file: string, origin: Name, parsed: ParseResult): void {
    this.#onParsed?.();
    const key = keyOf(tree, file, origin);
    this.#drop(key);
    const paths = [...parsed.files, ...parsed.missing];
    this.#entries.set(key, {
      parsed,
      inputs: paths.map((path) => ({ path, identity: tree.identity(path) })),
    });
    this.#records += weight(parsed);
    for (const oldest of this.#entries.keys()) {
      if (this.#records <= MOST_RECORDS) break;
      this.#drop(oldest);
    }
  }

  /** The zone's contentHash, worked out once for each zone. */
  contentHash(zone: Zone): string {
    const hash = this.#hashes.get(zone) ?? contentHash(zone);
    this.#hashes.set(zone, hash);
    return hash;
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#records -= weight(entry.parsed);
  }
}

function keyOf(tree: Tree, file: string, origin: Name): string {
  return [file, origin, tree.identity(file)].join("\0");
}

function weight({ zone, diagnostics }: ParseResult): number {
  return 100 + zone.size + diagnostics.length;
}
