import type { TreeFacts, TreeFile } from "../evaluation/index.ts";
import { GitHubRefused, type RepositoryGateway } from "../github/index.ts";
import type { Store } from "../store/index.ts";

const KEPT_TREES = 64;
const PARALLEL_READS = 8;

/** Reads trees and blobs by object id; what was read once is not read again, for a tree or a blob never changes. */
export class TreeReader {
  readonly #store: Store;
  readonly #trees = new Map<string, readonly TreeFile[]>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Every file of a tree. Throws what the gateway throws. */
  async list(gateway: RepositoryGateway, tree: string): Promise<readonly TreeFile[]> {
    const known = this.#trees.get(tree);
    this.#trees.delete(tree);
    const files = known ?? (await gateway.tree(tree));
    this.#trees.set(tree, files);
    for (const oldest of this.#trees.keys()) {
      if (this.#trees.size <= KEPT_TREES) break;
      this.#trees.delete(oldest);
    }
    return files;
  }

  /** A tree with nothing but its list read yet. */
  async open(gateway: RepositoryGateway, tree: string): Promise<OpenTree> {
    return { files: await this.list(gateway, tree), blobs: new Map(), unreadable: new Map() };
  }

  /** Adds blobs to an open tree. What cannot be had for good is noted in `unreadable`. */
  async fetch(
    gateway: RepositoryGateway,
    trees: readonly OpenTree[],
    oids: readonly string[],
  ): Promise<void> {
    const found = await this.#store.blobs.get(oids);
    const missing = oids.filter((oid) => !found.has(oid));
    for (let at = 0; at < missing.length; at += PARALLEL_READS) {
      await Promise.all(
        missing.slice(at, at + PARALLEL_READS).map((oid) => this.#read(gateway, oid, found, trees)),
      );
    }
    for (const tree of trees) for (const [oid, octets] of found) tree.blobs.set(oid, octets);
  }

  /** Blobs by id; those that cannot be had for good are left out. */
  async blobs(gateway: RepositoryGateway, oids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const none: OpenTree = { files: [], blobs: new Map(), unreadable: new Map() };
    await this.fetch(gateway, [none], oids);
    return none.blobs;
  }

  async #read(
    gateway: RepositoryGateway,
    oid: string,
    into: Map<string, Uint8Array>,
    trees: readonly OpenTree[],
  ): Promise<void> {
    try {
      const octets = await gateway.blob(oid);
      await this.#store.blobs.put(oid, octets);
      into.set(oid, octets);
    } catch (error) {
      if (!(error instanceof GitHubRefused)) throw error;
      for (const tree of trees) tree.unreadable.set(oid, error.message);
    }
  }
}

/** A tree whose blobs are read as they are asked for. */
export interface OpenTree extends TreeFacts {
  readonly blobs: Map<string, Uint8Array>;
  readonly unreadable: Map<string, string>;
}
