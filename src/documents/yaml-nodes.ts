import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import { didYouMean } from "../base/index.ts";
import { MOST_LEVELS } from "./json.ts";
import { type DataNode, type Entry, type Fault, listNode, mapNode, type Range, scalarNode } from "./node.ts";

/** Values of one document, each as often as aliases repeat it. */
const MOST_VALUES = 1_000_000;

/** Faults told about one document. */
const MOST_FAULTS = 20;

/** One document of the `yaml` package as nodes of ours, walked once in the order it is written. */
export class YamlNodes {
  readonly root: DataNode;
  readonly #faults: Fault[] = [];
  /** What anchors stand for at the place that was reached; undefined: it is being read. */
  readonly #anchors = new Map<string, DataNode | undefined>();
  #tooLarge = false;
  #level = 0;
  /** Entries that `<<` has copied. */
  #copied = 0;

  constructor({ contents }: Document.Parsed) {
    this.root = this.#convert(contents, { from: 0, to: 0 });
    if (this.root.height > MOST_LEVELS)
      this.#fail(this.root, `this is nested deeper than ${MOST_LEVELS} levels, which are not read`);
  }

  get faults(): readonly Fault[] {
    return this.#faults;
  }

  #convert(node: Node | null | undefined, around: Range): DataNode {
    const range = rangeOf(node) ?? around;
    if (isAlias(node)) return this.#named(node, range);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const made = this.#limited(this.#make(node, range));
    if (anchor !== undefined) this.#anchors.set(anchor, made);
    return made;
  }

  #make(node: Node | null | undefined, range: Range): DataNode {
    if (isScalar(node)) return scalarNode(node.value, range);
    if (!isMap(node) && !isSeq(node)) return scalarNode(null, range);
    // Aliases nest too, deeper than anything is written: that shows in the height.
    if (this.#tooLarge || this.#level > MOST_LEVELS) return scalarNode(null, range);
    this.#level += 1;
    const made = isMap(node)
      ? this.#map(node, range)
      : listNode(
          node.items.map((item) => this.#convert(item as Node | null, range)),
          range,
        );
    this.#level -= 1;
    return made;
  }

  #map(node: YAMLMap, range: Range): DataNode {
    const written = new Map<string, Entry>();
    const merged = new Map<string, Entry>();
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const keyRange = rangeOf(pair.key) ?? range;
      if (isMergeKey(pair.key)) {
        for (const [key, entry] of this.#merged(this.#convert(pair.value, keyRange), keyRange))
          if (!merged.has(key)) merged.set(key, entry);
        continue;
      }
      const key = this.#convert(pair.key, range);
      if (key.entries || key.items) this.#fail(keyRange, "a key is a text, not a map or a list");
      const name = String(key.value ?? "");
      if (written.has(name)) this.#fail(keyRange, "this key is written twice: keep one");
      written.set(name, { key: keyRange, node: this.#convert(pair.value, keyRange) });
    }
    return mapNode(new Map([...[...merged].filter(([key]) => !written.has(key)), ...written]), range);
  }

  /** The entries that `<<` brings: those of a map, or of several, of which the first counts. */
  *#merged(source: DataNode, at: Range): Iterable<[string, Entry]> {
    for (const one of source.items ?? [source]) {
      if (this.#tooLarge) return;
      this.#copied += one.entries?.size ?? 0;
      if (this.#copied > MOST_VALUES) this.#refuseSize(at);
      else if (one.entries) yield* one.entries;
      else this.#fail(at, 'what "<<" takes in is a map, an alias of one, or a list of these');
    }
  }

  #named({ source }: Alias, range: Range): DataNode {
    const found = this.#anchors.get(source);
    if (found) return found;
    if (this.#anchors.has(source))
      this.#fail(range, `*${source} stands inside what it names: it would never end`);
    else {
      const meant = didYouMean(source, this.#anchors.keys());
      const remedy = meant === undefined ? "write it before the alias" : `did you mean *${meant}?`;
      this.#fail(range, `there is no anchor &${source} before this: ${remedy}`);
    }
    return scalarNode(null, range);
  }

  #limited(node: DataNode): DataNode {
    if (node.size <= MOST_VALUES) return node;
    this.#refuseSize(node);
    return scalarNode(null, node);
  }

  #refuseSize(at: Range): void {
    const most = MOST_VALUES.toLocaleString("en-GB");
    if (!this.#tooLarge) this.#fail(at, `with its aliases written out this has more than ${most} values`);
    this.#tooLarge = true;
  }

  #fail({ from, to }: Range, message: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ from, to, severity: "error", message });
  }
}

/** A plain `<<`; in quotes it is a key like any other. */
function isMergeKey(key: Node | null): boolean {
  return isScalar(key) && key.value === "<<" && key.type === "PLAIN";
}

function rangeOf(node: Node | null | undefined): Range | undefined {
  const range = node?.range;
  return range ? { from: range[0], to: range[1] } : undefined;
}
