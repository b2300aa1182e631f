import type { Span, TextPlaces } from "../base/index.ts";
import type { DataNode, Path, Range } from "./node.ts";

/** Where the parts of a document are written. What came in through an alias or `<<` is where that is written. */
export class DocumentPlaces {
  readonly #root: DataNode;
  readonly #places: TextPlaces;

  constructor(root: DataNode, places: TextPlaces) {
    this.#root = root;
    this.#places = places;
  }

  /**
   * The value at a path. Of a map that is not empty, which may be long, the key it stands under; the first key where
   * there is none. Where nothing is at the path, the nearest thing around it.
   */
  valueSpan(path: Path): Span {
    const { key, node } = this.#find(path);
    if (!node.entries || node.entries.size === 0) return this.#span(node);
    return this.#span(key ?? node.entries.values().next().value?.key ?? node);
  }

  /** The key that ends a path; an item of a list has none, there it is as valueSpan. */
  keySpan(path: Path): Span {
    const { key } = this.#find(path);
    return key ? this.#span(key) : this.valueSpan(path);
  }

  #find(path: Path): { readonly key: Range | undefined; readonly node: DataNode } {
    let key: Range | undefined;
    let node = this.#root;
    for (const part of path) {
      const entry = node.entries?.get(String(part));
      const next = entry?.node ?? node.items?.[Number(part)];
      if (!next) break;
      key = entry?.key;
      node = next;
    }
    return { key, node };
  }

  #span({ from, to }: Range): Span {
    return this.#places.span(from, to);
  }
}
