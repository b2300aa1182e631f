import { types } from "node:util";
import type { Facts, TreeFacts } from "../facts.ts";
import { SharedRoom } from "./shared-room.ts";

/**
 * Makes facts that cost little to send to other threads, however often: each blob is copied once, into memory that all
 * threads share, and that copy lives no longer than the blob does.
 */
export class SharedFacts {
  readonly #room = new SharedRoom();
  readonly #copies = new WeakMap<Uint8Array, Uint8Array>();

  /** The same facts; of the trees only what is facts, which can be cloned. */
  of(facts: Facts): Facts {
    const { before, after } = facts;
    return { ...facts, before: before && this.#tree(before), after: this.#tree(after) };
  }

  #tree({ files, blobs, unreadable = new Map() }: TreeFacts): TreeFacts {
    const shared = new Map([...blobs].map(([oid, octets]) => [oid, this.#share(octets)]));
    return { files, blobs: shared, unreadable };
  }

  #share(octets: Uint8Array): Uint8Array {
    if (types.isSharedArrayBuffer(octets.buffer)) return octets;
    const copy = this.#copies.get(octets) ?? this.#room.copy(octets);
    this.#copies.set(octets, copy);
    return copy;
  }
}
