import { isUtf8 } from "node:buffer";
import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument } from "yaml";
import { fileSpan, messageOf, type Span, TextPlaces } from "../base/index.ts";
import type { Diagnostic } from "../diagnostic/index.ts";

export type Path = readonly (string | number)[];

/** Octets of a file of checks or data that are read at all. */
const LARGEST = 4 * 1024 * 1024;

/** Times aliases may repeat a node: more is a file made to be large in memory. */
const MOST_ALIASES = 100;

/** A YAML (or JSON) file as plain values, which still knows where each of them is written. */
export class SourceDocument {
  readonly file: string;
  readonly value: unknown;
  readonly #places: TextPlaces;
  readonly #root: ReturnType<typeof parseDocument>;

  constructor(file: string, places: TextPlaces, root: ReturnType<typeof parseDocument>) {
    this.file = file;
    this.#places = places;
    this.#root = root;
    this.value = root.toJS({ maxAliasCount: MOST_ALIASES });
  }

  /** The value at a path, or as much of the way there as is written. */
  spanOf(path: Path): Span {
    let node: Node | null = this.#root.contents as Node | null;
    let range = node?.range;
    for (const step of path) {
      const next = this.#child(node, step);
      if (!next) break;
      node = next;
      range = next.range ?? range;
    }
    return this.#span(range);
  }

  /** The key that a path ends in, or the value around it where there is none such. */
  keySpanOf(path: Path): Span {
    let node: Node | null = this.#root.contents as Node | null;
    for (const step of path.slice(0, -1)) node = this.#child(node, step) ?? node;
    const map = isAlias(node) ? node.resolve(this.#root) : node;
    const pair = isMap(map) ? map.items.find((item) => keyOf(item) === String(path.at(-1))) : undefined;
    return pair ? this.#span((pair.key as Node | null)?.range) : this.spanOf(path);
  }

  #child(node: Node | null, step: string | number): Node | undefined {
    const resolved = isAlias(node) ? node.resolve(this.#root) : node;
    if (isMap(resolved)) {
      const pair = resolved.items.find((item) => keyOf(item) === String(step));
      return (pair?.value ?? pair?.key) as Node | undefined;
    }
    return isSeq(resolved) ? (resolved.items[Number(step)] as Node | undefined) : undefined;
  }

  #span(range: readonly [number, number, number] | null | undefined): Span {
    return range ? this.#places.span(range[0], range[1]) : fileSpan(this.file);
  }
}

/** Reads YAML that a stranger wrote: bounded, one document, unique keys. `rule` goes into the diagnostics. */
export function readDocument(
  file: string,
  octets: Uint8Array,
  rule: string,
): { document: SourceDocument | undefined; diagnostics: readonly Diagnostic[] } {
  const refuse = (message: string, span: Span = fileSpan(file)) => ({
    document: undefined,
    diagnostics: [{ ...span, rule, severity: "error" as const, message }],
  });
  if (octets.length > LARGEST)
    return refuse(`the file has ${octets.length} octets; at most ${LARGEST} are read`);
  if (!isUtf8(octets)) return refuse("the file is not UTF-8 text");
  const text = new TextDecoder().decode(octets);
  const places = new TextPlaces(file, text);
  try {
    const root = parseDocument(text, { prettyErrors: false, stringKeys: true });
    const [problem] = root.errors;
    if (problem) return refuse(problem.message, places.span(...problem.pos));
    return { document: new SourceDocument(file, places, root), diagnostics: [] };
  } catch (error) {
    const tooDeep = error instanceof RangeError;
    return refuse(
      tooDeep ? "the file is nested too deeply to read" : `the file cannot be read: ${messageOf(error)}`,
    );
  }
}

function keyOf(item: Pair): string | undefined {
  return isPair(item) && isScalar(item.key) ? String(item.key.value) : undefined;
}
