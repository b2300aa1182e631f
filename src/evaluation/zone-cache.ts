import { CheckMemo, CodeMemo, type Sandbox } from "../checks/index.ts";
import { contentHash, type Name, type Zone, zoneOctets } from "../dns/index.ts";
import { LintMemo } from "../lint/index.ts";
import type { Revision } from "../zonefile/index.ts";
import { DocumentMemo } from "./documents/index.ts";
import type { Tree } from "./tree.ts";

/** Memory of all that is kept, in octets: four versions of a zone of a million records. */
const MOST_OCTETS = 512 * 1024 * 1024;

interface Entry {
  readonly parsed: Revision;
  /** File and origin. */
  readonly zone: string;
  /** Every path the parser asked for, and what stood there (undefined: nothing). */
  readonly inputs: readonly { readonly path: string; readonly identity: string | undefined }[];
}

/**
 * Zones parsed before, found again while every file that went into them is the same, and to start from where the zone's
 * file changed. Memory for speed only: an evaluation with an empty cache gives the same result. The least recently used
 * go first.
 */
export class ZoneCache {
  readonly #entries = new Map<string, Entry>();
  /** By file and origin, the key of the entry used last. */
  readonly #latest = new Map<string, string>();
  readonly #hashes = new WeakMap<Zone, string>();
  readonly #onParsed: (() => void) | undefined;
  /** What the rules found in those zones. */
  readonly lint = new LintMemo();
  /** Configuration files and data, read and judged. */
  readonly documents = new DocumentMemo();
  /** Checks that passed over those zones, and the files they were read from. */
  readonly checks = new CheckMemo();
  /** The same of checks in TypeScript, and where they are run; undefined: nowhere, and that is an error for each file. */
  readonly code = new CodeMemo();
  readonly sandbox: Sandbox | undefined;
  #octets = 0;

  /** `onParsed` is told of each zone that had to be parsed. */
  constructor(onParsed?: () => void, sandbox?: Sandbox) {
    this.#onParsed = onParsed;
    this.sandbox = sandbox;
  }

  find(tree: Tree, file: string, origin: Name): Revision | undefined {
    const key = keyOf(tree, file, origin);
    const entry = this.#entries.get(key);
    if (!entry?.inputs.every(({ path, identity }) => tree.identity(path) === identity)) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#latest.set(entry.zone, key);
    return entry.parsed;
  }

  /** The zone that a file of another content was, the one used last. */
  latest(file: string, origin: Name): Revision | undefined {
    const key = this.#latest.get(zoneKeyOf(file, origin));
    return key === undefined ? undefined : this.#entries.get(key)?.parsed;
  }

  keep(tree: Tree, file: string, origin: Name, parsed: Revision): void {
    this.#onParsed?.();
    const key = keyOf(tree, file, origin);
    this.#drop(key);
    const paths = [...parsed.files, ...parsed.missing];
    const zone = zoneKeyOf(file, origin);
    this.#entries.set(key, {
      parsed,
      zone,
      inputs: paths.map((path) => ({ path, identity: tree.identity(path) })),
    });
    this.#latest.set(zone, key);
    this.#octets += weight(parsed);
    for (const oldest of this.#entries.keys()) {
      if (this.#octets <= MOST_OCTETS) break;
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
    this.#octets -= weight(entry.parsed);
    if (this.#latest.get(entry.zone) === key) this.#latest.delete(entry.zone);
  }
}

function keyOf(tree: Tree, file: string, origin: Name): string {
  return [file, origin, tree.identity(file)].join("\0");
}

function zoneKeyOf(file: string, origin: Name): string {
  return [file, origin].join("\0");
}

/** Octets: of a version that shares some with another, more than it takes. */
function weight({ zone, diagnostics, trace }: Revision): number {
  return 1000 + zoneOctets(zone.columns) + 500 * diagnostics.length + (trace?.octets.length ?? 0);
}
