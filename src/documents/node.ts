/** Parts of a path inside a document: keys of maps and 0-based places in lists. */
export type Path = readonly (string | number)[];

/** Offsets in a file's text, in UTF-16 units, the end exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A key of a map, where it is written, and what stands under it. */
export interface Entry {
  readonly key: Range;
  readonly node: DataNode;
}

/**
 * A value with the place of everything in it. What an alias stands for is the very node that it names, so that a node may
 * be part of several others; never of itself.
 */
export interface DataNode extends Range {
  readonly value: unknown;
  /** Of a map. */
  readonly entries?: ReadonlyMap<string, Entry>;
  /** Of a list. */
  readonly items?: readonly DataNode[];
  /** Values in it and itself, each as often as it would be written without aliases. */
  readonly size: number;
  /** Levels of maps and lists. */
  readonly height: number;
}

/** Something wrong with the text of a document. */
export interface Fault extends Range {
  readonly severity: "error" | "warning";
  readonly message: string;
}

export function scalarNode(value: unknown, { from, to }: Range): DataNode {
  return { value, from, to, size: 1, height: 0 };
}

export function listNode(items: readonly DataNode[], { from, to }: Range): DataNode {
  return { value: items.map(({ value }) => value), from, to, items, ...extentOf(items) };
}

/** Keys are own properties of the value whatever they are called, `__proto__` included. */
export function mapNode(entries: ReadonlyMap<string, Entry>, { from, to }: Range): DataNode {
  const value: Record<string, unknown> = {};
  for (const [key, { node }] of entries) {
    if (key !== "__proto__") value[key] = node.value;
    else
      Object.defineProperty(value, key, {
        value: node.value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
  }
  const nodes = [...entries.values()].map(({ node }) => node);
  return { value, from, to, entries, ...extentOf(nodes) };
}

function extentOf(nodes: readonly DataNode[]): { readonly size: number; readonly height: number } {
  let [size, height] = [1, 0];
  for (const node of nodes) {
    size += node.size;
    height = Math.max(height, node.height);
  }
  return { size, height: height + 1 };
}
